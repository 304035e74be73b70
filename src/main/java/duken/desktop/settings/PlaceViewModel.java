package duken.desktop.settings;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.SingleAction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Where the shop is: a bank wants to know with each QR. Both empty tells nobody. */
public final class PlaceViewModel {

  private static final int PLACES = 6;
  private static final int MOST_LATITUDE = 90;
  private static final int MOST_LONGITUDE = 180;
  private static final String DEGREES = "(-?[0-9]{1,3}(?:[.,][0-9]{1,15})?)";

  /** As maps on the web copy it: {@code 43.238949, 76.889709}. */
  private static final Pattern PAIR =
      Pattern.compile("\\s*\\(?" + DEGREES + "(?:\\s*[,;]\\s*|\\s+)" + DEGREES + "\\)?\\s*");

  private static final Pattern ONE = Pattern.compile(DEGREES);

  private final EngineApi engine;
  private final StringProperty latitude = new SimpleStringProperty("");
  private final StringProperty longitude = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<String> wrongLatitude = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> wrongLongitude = new ReadOnlyObjectWrapper<>();
  private final SingleAction saving;
  private BankJson.Place known = new BankJson.Place(null, null);

  /** Empty fields until {@link #told}. */
  public PlaceViewModel(EngineApi engine, Background background) {
    this.engine = engine;
    saving = new SingleAction(background);
    latitude.addListener((_, _, typed) -> typed(typed));
    longitude.addListener((_, _, typed) -> typed(typed));
  }

  /** The engine said where the shop is; what is being typed stays. */
  public void told(BankJson.Status status) {
    BankJson.Place next =
        status == null
            ? new BankJson.Place(null, null)
            : new BankJson.Place(status.place().latitude(), status.place().longitude());
    if (next.equals(known)) {
      return;
    }
    boolean untouched = isUntouched();
    known = next;
    if (untouched) {
      latitude.set(text(next.latitude()));
      longitude.set(text(next.longitude()));
    }
  }

  /** Whether nothing else is typed than what the engine knows. */
  public boolean isUntouched() {
    return latitude.get().strip().equals(text(known.latitude()))
        && longitude.get().strip().equals(text(known.longitude()));
  }

  /**
   * Saves what is typed.
   *
   * @param saved called when the engine has it
   * @param failed called when it refused or did not answer
   */
  public void save(Runnable saved, Consumer<RuntimeException> failed) {
    if (saving.isBusy()) {
      return;
    }
    boolean none = latitude.get().isBlank() && longitude.get().isBlank();
    String north = none ? null : read(latitude.get(), MOST_LATITUDE, wrongLatitude);
    String east = none ? null : read(longitude.get(), MOST_LONGITUDE, wrongLongitude);
    if (!none && (north == null || east == null)) {
      return;
    }
    BankJson.Place place = new BankJson.Place(north, east);
    saving.ask(
        () -> engine.bank().place(place),
        status -> {
          known = place;
          latitude.set(text(north));
          longitude.set(text(east));
          told(status);
          saved.run();
        },
        failed);
  }

  /** Both numbers in what was pasted, when there are both. */
  static Optional<BankJson.Place> pair(String text) {
    Matcher pair = PAIR.matcher(text);
    return pair.matches()
        ? Optional.of(
            new BankJson.Place(pair.group(1).replace(',', '.'), pair.group(2).replace(',', '.')))
        : Optional.empty();
  }

  private void typed(String text) {
    wrongLatitude.set(null);
    wrongLongitude.set(null);
    pair(text)
        .ifPresent(
            place -> {
              latitude.set(place.latitude());
              longitude.set(place.longitude());
            });
  }

  private static String read(String typed, int most, ReadOnlyObjectWrapper<String> wrong) {
    String text = typed.strip();
    if (text.isEmpty()) {
      wrong.set("settings.place.both");
      return null;
    }
    if (!ONE.matcher(text).matches()) {
      wrong.set("settings.place.invalid");
      return null;
    }
    BigDecimal degrees =
        new BigDecimal(text.replace(',', '.')).setScale(PLACES, RoundingMode.HALF_UP);
    if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      wrong.set(
          most == MOST_LATITUDE ? "settings.place.latitude.far" : "settings.place.longitude.far");
      return null;
    }
    BigDecimal plain = degrees.stripTrailingZeros();
    return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
  }

  private static String text(String degrees) {
    return Objects.requireNonNullElse(degrees, "");
  }

  /** Degrees north, as typed. */
  public StringProperty latitude() {
    return latitude;
  }

  /** Degrees east, as typed. */
  public StringProperty longitude() {
    return longitude;
  }

  /** Text key of what is wrong with the latitude, or null. */
  public ReadOnlyObjectProperty<String> wrongLatitude() {
    return wrongLatitude.getReadOnlyProperty();
  }

  /** Text key of what is wrong with the longitude, or null. */
  public ReadOnlyObjectProperty<String> wrongLongitude() {
    return wrongLongitude.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return saving.busy();
  }
}
