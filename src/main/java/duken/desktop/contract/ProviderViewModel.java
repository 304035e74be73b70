package duken.desktop.contract;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Connecting a shop to one provider. An attempt is begun by a human and never by itself. */
public final class ProviderViewModel {

  /** Its blanks are part of it. */
  private static final String PASSWORD = "password";

  private static final String TRADE_POINT = "trade-point";
  private static final String TRADE_POINT_CODE = "trade_point";

  private final Map<String, StringProperty> values = new LinkedHashMap<>();
  private final Map<String, ReadOnlyObjectWrapper<String>> wrong = new HashMap<>();
  private final ReadOnlyObjectWrapper<BankJson.Provider> row = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Message> said = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<String> replaces = new ReadOnlyObjectWrapper<>();
  private final EngineApi engine;
  private final Background background;
  private final ProviderForm form;
  private final ReadOnlyObjectWrapper<List<String>> offered =
      new ReadOnlyObjectWrapper<>(List.of());
  private String tradePoint;
  private boolean mayReplace;
  private boolean running;

  /** Nothing is asked before {@link #refresh}. */
  public ProviderViewModel(EngineApi engine, Background background, ProviderForm form) {
    this.engine = engine;
    this.background = background;
    this.form = form;
    for (ProviderForm.Input input : form.inputs()) {
      StringProperty value = new SimpleStringProperty("");
      ReadOnlyObjectWrapper<String> fault = new ReadOnlyObjectWrapper<>();
      value.addListener(_ -> fault.set(null));
      values.put(input.name(), value);
      wrong.put(input.name(), fault);
    }
  }

  /** Asks how the shop stands; the provider is not asked. */
  public void refresh() {
    background.ask(() -> engine.providers().list(), this::take, _ -> {});
  }

  /** Asks the provider whether the connection lives. */
  public void check() {
    act(
        () -> engine.providers().probe(),
        rows -> {
          take(rows);
          BankJson.Provider now = row.get();
          if (now != null && !now.connection().equals("not_configured")) {
            said.set(checked(form, now));
          }
        });
  }

  /** What a look at the connection has shown; that a certificate ends soon is said beside it. */
  static Message checked(ProviderForm form, BankJson.Provider now) {
    boolean troubled = now.trouble() != null && !now.trouble().equals("certificate_ends_soon");
    if (troubled) {
      return culprit(form, now.trouble());
    }
    return now.reachable()
        ? Message.of(Tone.GOOD, "settings.contract." + form.provider() + ".checked")
        : culprit(form, "unreachable");
  }

  private static Message culprit(ProviderForm form, String code) {
    return form.culprits().contains(String.valueOf(code))
        ? Message.of(Tone.BAD, form.prefix() + code)
        : Message.of(Tone.BAD, "settings.contract.refused.unclear");
  }

  /**
   * Connects with what was typed, unless something is missing.
   *
   * @param replace whether another provider may be replaced
   */
  public void connect(boolean replace) {
    mayReplace = replace;
    offered.set(List.of());
    boolean whole = true;
    for (ProviderForm.Input input : form.inputs()) {
      boolean missing =
          input.mandatory() && applies(input) && values.get(input.name()).get().isBlank();
      wrong.get(input.name()).set(missing ? "settings.contract.missing" : null);
      whole &= !missing;
    }
    if (!whole) {
      return;
    }
    Map<String, String> typed = new LinkedHashMap<>();
    for (ProviderForm.Input input : form.inputs()) {
      String value = values.get(input.name()).get();
      if (applies(input) && !value.isBlank()) {
        typed.put(input.name(), input.name().equals(PASSWORD) ? value : value.strip());
      }
    }
    if (tradePoint != null) {
      typed.put(TRADE_POINT, tradePoint);
    }
    act(
        () -> engine.providers().connect(form.provider(), new BankJson.Connect(typed, replace)),
        this::stands);
  }

  /** Connects at the trade point with this number, after several were offered. */
  public void connectAt(String number) {
    tradePoint = number;
    connect(mayReplace);
  }

  /** Forgets what is kept of the shop. */
  public void disconnect() {
    act(
        () -> engine.providers().disconnect(form.provider()),
        rows -> {
          take(rows);
          said.set(Message.of(Tone.PLAIN, key("disconnected")));
        });
  }

  /** Time passes: an attempt that goes on is asked after. */
  public void beat() {
    if (running && !busy.get()) {
      busy.set(true);
      background.ask(
          () -> engine.providers().attempt(),
          attempt -> {
            busy.set(false);
            stands(attempt);
          },
          _ -> busy.set(false));
    }
  }

  /** The screen does not show any more: secrets are nobody else's business. */
  public void hidden() {
    form.inputs().stream()
        .filter(ProviderForm.Input::isSecret)
        .forEach(input -> values.get(input.name()).set(""));
  }

  public StringProperty value(ProviderForm.Input input) {
    return values.get(input.name());
  }

  /** Whether this input applies, as the form is filled in now. */
  public boolean applies(ProviderForm.Input input) {
    Map<String, String> given = new HashMap<>();
    values.forEach((name, value) -> given.put(name, value.get()));
    return form.applies(input, given);
  }

  /** The trade points to choose from, each with its number first; empty when nothing is asked. */
  public ReadOnlyObjectProperty<List<String>> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** What is wrong with it, a text key or null. */
  public ReadOnlyObjectProperty<String> wrong(ProviderForm.Input input) {
    return wrong.get(input.name()).getReadOnlyProperty();
  }

  /** How the shop stands with the provider; null before it is known. */
  public ReadOnlyObjectProperty<BankJson.Provider> rowProperty() {
    return row.getReadOnlyProperty();
  }

  /** What came of the last step, or null. */
  public ReadOnlyObjectProperty<Message> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether the engine is being asked for something a human wants. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The provider that would be replaced, once the engine has named it; then null again. */
  public ReadOnlyObjectProperty<String> replacesProperty() {
    return replaces.getReadOnlyProperty();
  }

  private void stands(BankJson.Attempt attempt) {
    running = attempt.state().equals("running");
    switch (attempt.state()) {
      case "connected" -> {
        tradePoint = null;
        hidden();
        said.set(Message.of(Tone.GOOD, key("connected")));
        refresh();
      }
      case "refused" -> {
        if ("other_provider".equals(attempt.code())) {
          replaces.set(attempt.choices().isEmpty() ? "" : attempt.choices().getFirst());
          replaces.set(null);
        } else if (TRADE_POINT_CODE.equals(attempt.code()) && !attempt.choices().isEmpty()) {
          said.set(null);
          offered.set(attempt.choices());
        } else {
          tradePoint = null;
          said.set(refused(attempt.code(), attempt));
        }
      }
      default -> said.set(Message.of(Tone.WAITING, "settings.contract.asking"));
    }
  }

  private Message refused(String code, BankJson.Attempt attempt) {
    List<String> names = attempt == null ? List.of() : attempt.choices();
    if ("settings".equals(code) && !names.isEmpty()) {
      names.stream()
          .filter(wrong::containsKey)
          .forEach(name -> wrong.get(name).set("settings.contract.unfit"));
      return Message.of(Tone.BAD, "settings.contract.refused.settings", String.join(", ", names));
    }
    return culprit(form, code);
  }

  private void take(List<BankJson.Provider> rows) {
    row.set(
        rows.stream().filter(it -> it.provider().equals(form.provider())).findFirst().orElse(null));
  }

  private <T> void act(Supplier<T> work, java.util.function.Consumer<T> done) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    said.set(null);
    background.ask(
        work,
        result -> {
          busy.set(false);
          done.accept(result);
        },
        failure -> {
          busy.set(false);
          said.set(Message.of(failure));
        });
  }

  private String key(String word) {
    return "settings.contract." + form.provider() + "." + word;
  }
}
