package duken.desktop.settings;

import duken.api.EngineApi;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.SingleAction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The shop's name. */
public final class ShopViewModel {

  public static final int LONGEST = 100;

  private final EngineApi engine;
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<String> wrong = new ReadOnlyObjectWrapper<>();
  private final SingleAction saving;
  private String known = "";

  /** An empty field until {@link #told}. */
  public ShopViewModel(EngineApi engine, Background background) {
    this.engine = engine;
    saving = new SingleAction(background);
    name.addListener(_ -> wrong.set(null));
  }

  /** The engine said what the shop is called; what is being typed stays. */
  public void told(String shop) {
    boolean untouched = name.get().strip().equals(known);
    known = shop;
    if (untouched) {
      name.set(shop);
    }
  }

  /**
   * Saves the typed name.
   *
   * @param saved called when the engine has it
   * @param failed called when it refused or did not answer
   */
  public void save(Runnable saved, Consumer<RuntimeException> failed) {
    String typed = name.get().strip();
    if (typed.isEmpty()) {
      wrong.set("settings.shop.name.missing");
    } else if (typed.length() > LONGEST) {
      wrong.set("settings.shop.name.too_long");
    } else {
      saving.tell(
          () -> engine.renameShop(typed),
          () -> {
            known = typed;
            saved.run();
          },
          failed);
    }
  }

  public StringProperty name() {
    return name;
  }

  /** Text key of what is wrong with it, or null. */
  public ReadOnlyObjectProperty<String> wrong() {
    return wrong.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return saving.busy();
  }
}
