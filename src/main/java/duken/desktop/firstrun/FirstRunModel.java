package duken.desktop.firstrun;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.desktop.kit.Message;
import duken.desktop.kit.task.Background;
import duken.desktop.settings.ShopViewModel;
import duken.domain.City;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Leads through the first questions. Every one may be passed over, and all of them at once. */
public final class FirstRunModel {

  /** How the till begins. */
  public enum Way {
    /** With the practice bank; a real one later, from the settings. */
    TRAINING,
    /** The choice of ways to the bank opens after the last question. */
    CONNECT
  }

  private final EngineApi engine;
  private final Background background;
  private final ShopViewModel shop;
  private final Consumer<Way> left;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.LANGUAGE);
  private final ReadOnlyObjectWrapper<Message> said = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<City> city = new SimpleObjectProperty<>();
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.TRAINING);
  private String known = "";

  /**
   * At the first question.
   *
   * @param left called once, when the last question or all of them are left
   */
  public FirstRunModel(EngineApi engine, Background background, Consumer<Way> left) {
    this.engine = engine;
    this.background = background;
    this.left = left;
    shop = new ShopViewModel(engine, background);
  }

  /** The engine said what the shop is called. */
  public void told(String name) {
    known = name;
    shop.told(name);
  }

  /** Keeps what was answered and goes on. */
  public void next() {
    said.set(null);
    switch (step.get()) {
      case SHOP -> nameShop();
      case CITY -> placeShop();
      default -> skip();
    }
  }

  /** Goes on without an answer. */
  public void skip() {
    said.set(null);
    int following = step.get().ordinal() + 1;
    if (following == Step.values().length) {
      left.accept(way.get());
    } else {
      step.set(Step.values()[following]);
    }
  }

  /** One question back; answers whether there is one. */
  public boolean back() {
    if (step.get() == Step.LANGUAGE) {
      return false;
    }
    said.set(null);
    step.set(Step.values()[step.get().ordinal() - 1]);
    return true;
  }

  /** To the till at once, in training. */
  public void skipAll() {
    left.accept(Way.TRAINING);
  }

  private void nameShop() {
    if (shop.name().get().strip().equals(known)) {
      skip();
      return;
    }
    shop.save(() -> answered(Step.SHOP), this::refused);
  }

  private void placeShop() {
    City chosen = city.get();
    if (chosen == null) {
      skip();
      return;
    }
    BankJson.Place centre =
        new BankJson.Place(chosen.latitude().toPlainString(), chosen.longitude().toPlainString());
    background.ask(() -> engine.bank().place(centre), _ -> answered(Step.CITY), this::refused);
  }

  /** An answer that comes when the question was left leads nowhere. */
  private void answered(Step question) {
    if (step.get() == question) {
      skip();
    }
  }

  private void refused(RuntimeException e) {
    said.set(Message.of(e));
  }

  /** The question now. */
  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** What went wrong, or null. */
  public ReadOnlyObjectProperty<Message> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** The shop's name. */
  public ShopViewModel shop() {
    return shop;
  }

  /** The city, null while none was chosen. */
  public ObjectProperty<City> cityProperty() {
    return city;
  }

  /** How the till begins. */
  public ObjectProperty<Way> wayProperty() {
    return way;
  }
}
