package duken.desktop.settings;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.desktop.kit.task.Background;
import duken.desktop.shell.DeskPreferences.RemoteEngine;
import duken.desktop.shell.EngineSwitch;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which engine the window works with. */
public final class EngineViewModel {

  private static final int UNAUTHORIZED = 401;

  private final EngineSwitch engineSwitch;
  private final Background background;
  private final RemoteEngine current;

  private final ObjectProperty<Place> place = new SimpleObjectProperty<>();
  private final StringProperty url = new SimpleStringProperty("");
  private final StringProperty key = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<String> wrongUrl = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> wrongKey = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  public enum Place {
    OWN,
    REMOTE
  }

  /**
   * What became of a test or a switch.
   *
   * @param good whether it worked; null while it is under way
   * @param textKey what to say
   * @param values for the text's places
   */
  public record Outcome(Boolean good, String textKey, List<String> values) {}

  /**
   * Begins with what the window works with now.
   *
   * @param current the engine elsewhere, empty for this PC's own
   */
  public EngineViewModel(
      EngineSwitch engineSwitch, Background background, Optional<RemoteEngine> current) {
    this.engineSwitch = engineSwitch;
    this.background = background;
    this.current = current.orElse(null);
    place.set(this.current == null ? Place.OWN : Place.REMOTE);
    url.set(this.current == null ? "" : this.current.url());
    place.addListener(_ -> clear());
    url.addListener(_ -> clear());
    key.addListener(_ -> clear());
  }

  /** Asks the typed engine who it is. */
  public void test() {
    RemoteEngine target = typed();
    if (target != null && begin("settings.engine.testing")) {
      background.ask(() -> ask(target), this::met, this::failed);
    }
  }

  /** Works with the chosen engine from now on, once it has answered. */
  public void apply() {
    if (!isChange()) {
      return;
    }
    RemoteEngine target = place.get() == Place.OWN ? null : typed();
    if ((target != null || place.get() == Place.OWN) && begin("settings.engine.switching")) {
      background.tell(
          () -> {
            if (target != null) {
              ask(target);
            }
            engineSwitch.use(target);
          },
          () -> finish(new Outcome(true, "settings.engine.switched", List.of())),
          this::failed);
    }
  }

  /** Whether something else was chosen than what the window works with. */
  public boolean isChange() {
    return switch (place.get()) {
      case OWN -> current != null;
      case REMOTE ->
          current == null
              || !key.get().isBlank()
              || !url.get().strip().replaceAll("/+$", "").equals(current.url());
    };
  }

  private DeskJson.State ask(RemoteEngine target) {
    try (EngineApi api = engineSwitch.reach(target)) {
      return api.state();
    }
  }

  private RemoteEngine typed() {
    TypedEngineAddress address = TypedEngineAddress.read(url.get());
    wrongUrl.set(address.wrong());
    String secret = key.get().strip();
    boolean kept = secret.isEmpty() && current != null && current.url().equals(address.url());
    wrongKey.set(kept ? null : judge(secret));
    if (wrongUrl.get() != null || wrongKey.get() != null) {
      return null;
    }
    return kept ? current : new RemoteEngine(address.url(), secret);
  }

  private static String judge(String secret) {
    if (secret.isEmpty()) {
      return "settings.engine.key.missing";
    }
    return secret.matches("kpa_(test|live)_[0-9A-Za-z]{32,}")
        ? null
        : "settings.engine.key.invalid";
  }

  private boolean begin(String textKey) {
    if (busy.get()) {
      return false;
    }
    busy.set(true);
    outcome.set(new Outcome(null, textKey, List.of()));
    return true;
  }

  private void met(DeskJson.State state) {
    String words = state.training() ? "settings.engine.test.training" : "settings.engine.test.good";
    finish(new Outcome(true, words, List.of(state.shop())));
  }

  private void failed(RuntimeException e) {
    if (e instanceof EngineProblem problem) {
      finish(
          problem.httpStatus() == UNAUTHORIZED
              ? new Outcome(false, "settings.engine.test.key", List.of())
              : new Outcome(false, "settings.engine.test.refused", List.of(problem.getMessage())));
    } else if (place.get() == Place.OWN) {
      finish(new Outcome(false, "settings.engine.failed", List.of()));
    } else {
      finish(new Outcome(false, "settings.engine.test.silent", List.of()));
    }
  }

  private void finish(Outcome end) {
    busy.set(false);
    outcome.set(end);
  }

  private void clear() {
    wrongUrl.set(null);
    wrongKey.set(null);
    if (!busy.get()) {
      outcome.set(null);
    }
  }

  /** The engine elsewhere that is used now; empty for this PC's own. */
  public Optional<RemoteEngine> current() {
    return Optional.ofNullable(current);
  }

  public ObjectProperty<Place> place() {
    return place;
  }

  /** The typed address. */
  public StringProperty url() {
    return url;
  }

  /** The typed key, secret; empty keeps the saved one. */
  public StringProperty key() {
    return key;
  }

  /** Text key of what is wrong with the address, or null. */
  public ReadOnlyObjectProperty<String> wrongUrl() {
    return wrongUrl.getReadOnlyProperty();
  }

  /** Text key of what is wrong with the key, or null. */
  public ReadOnlyObjectProperty<String> wrongKey() {
    return wrongKey.getReadOnlyProperty();
  }

  /** How the last test or switch stands, or null. */
  public ReadOnlyObjectProperty<Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether one is under way. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
