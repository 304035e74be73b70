package duken.desktop.bank;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.domain.City;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;

/** In which city the shop is, for a shop that never said where it is. */
public final class CityChoice {

  private final EngineApi engine;
  private final BankSignInState signIn;
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyListWrapper<City> matches =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList(City.ALL));

  CityChoice(EngineApi engine, BankSignInState signIn) {
    this.engine = engine;
    this.signIn = signIn;
    typed.addListener((_, _, text) -> matches.setAll(City.beginning(text)));
  }

  /** A sign-in succeeded: it is asked unless the place is known. */
  void after(BankJson.Status connected) {
    typed.set("");
    asked.set(connected.place().latitude() == null);
  }

  public void open() {
    if (!signIn.isBusy()) {
      signIn.say(List.of());
      typed.set("");
      asked.set(true);
    }
  }

  /** It stays unsaid for now. */
  public void later() {
    asked.set(false);
  }

  /** Whether the question is on the screen. */
  public ReadOnlyBooleanProperty asked() {
    return asked.getReadOnlyProperty();
  }

  /** The shop is in this city; null does nothing. */
  public void choose(City city) {
    if (city == null) {
      return;
    }
    BankJson.Place centre =
        new BankJson.Place(city.latitude().toPlainString(), city.longitude().toPlainString());
    signIn.act(
        () -> engine.bank().place(centre),
        now -> {
          signIn.take(now);
          asked.set(false);
        },
        () -> {});
  }

  /** The beginning of a name as it is typed. */
  public StringProperty typed() {
    return typed;
  }

  public ReadOnlyListProperty<City> matches() {
    return matches.getReadOnlyProperty();
  }
}
