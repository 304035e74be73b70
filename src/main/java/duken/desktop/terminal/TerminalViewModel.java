package duken.desktop.terminal;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import duken.desktop.shell.DeskPreferences;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Pairing with a terminal: its address, the approval on its screen, a test. An attempt is begun by
 * a person and never by itself: each opens a question on the terminal.
 */
public final class TerminalViewModel {

  static final String PROVIDER = "smart-pos";

  private final EngineApi engine;
  private final Background background;
  private final DeskPreferences preferences;
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty till = new SimpleStringProperty("");
  private final StringProperty range = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<TerminalPage> page =
      new ReadOnlyObjectWrapper<>(TerminalPage.STANDING);
  private final ReadOnlyObjectWrapper<List<PairedTerminal>> terminals =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<BankJson.Found>> found =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Map<String, String>> progress =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Message> said = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<String> replaces = new ReadOnlyObjectWrapper<>();
  private boolean running;

  /** Nothing is asked before {@link #refresh}. */
  public TerminalViewModel(EngineApi engine, Background background, DeskPreferences preferences) {
    this.engine = engine;
    this.background = background;
    this.preferences = preferences;
  }

  /** Asks the engine for the terminals; none of them is asked. */
  public void refresh() {
    background.ask(() -> engine.providers().list(), this::take, _ -> {});
  }

  public void check() {
    act(
        () -> engine.providers().probe(),
        rows -> {
          take(rows);
          boolean fine = terminals.get().stream().allMatch(it -> it.trouble() == null);
          said.set(
              fine
                  ? Message.of(Tone.GOOD, "terminal.checked")
                  : Message.of(Tone.BAD, "terminal.unwell"));
        });
  }

  /** The first step: where the terminal is. */
  public void begin() {
    said.set(null);
    found.set(List.of());
    page.set(TerminalPage.ADDRESS);
  }

  /** The first step again for a terminal that is known. */
  public void pairAnew(PairedTerminal terminal) {
    address.set(terminal.address());
    till.set(terminal.till());
    begin();
  }

  /** Back to the terminals; answers whether there was a step to leave. */
  public boolean back() {
    if (page.get() == TerminalPage.STANDING || running) {
      return false;
    }
    said.set(null);
    page.set(TerminalPage.STANDING);
    return true;
  }

  /** Looks for terminals in the range that was typed. */
  public void search() {
    if (range.get().isBlank()) {
      said.set(Message.of(Tone.BAD, "terminal.range.missing"));
      return;
    }
    act(
        () -> engine.providers().searchDevices(PROVIDER, range.get().strip()),
        all -> {
          found.set(all);
          said.set(
              all.isEmpty()
                  ? Message.of(Tone.CAREFUL, "terminal.found.none")
                  : Message.of(Tone.GOOD, "terminal.found", all.size()));
          if (!all.isEmpty()) {
            address.set(all.getFirst().address());
          }
        });
  }

  /** Takes the address of one that was found. */
  public void choose(BankJson.Found one) {
    address.set(one.address());
  }

  /**
   * The second step: the terminal asks its question.
   *
   * @param replace whether another provider of the shop may be replaced
   */
  public void pair(boolean replace) {
    if (address.get().isBlank()) {
      said.set(Message.of(Tone.BAD, "terminal.address.missing"));
      return;
    }
    Map<String, String> values = new TreeMap<>(Map.of("address", address.get().strip()));
    if (!till.get().isBlank()) {
      values.put("name", till.get().strip());
    }
    progress.set(Map.of());
    act(
        () -> engine.providers().connect(PROVIDER, new BankJson.Connect(values, replace)),
        this::stands);
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

  /** Takes the certificate a terminal shows now: the owner has compared it. */
  public void accept(PairedTerminal terminal) {
    change(
        "accept-certificate",
        Map.of("name", terminal.till(), "fingerprint", terminal.seen()),
        "terminal.accepted");
  }

  public void forget(PairedTerminal terminal) {
    if (preferences.terminal().filter(terminal.till()::equals).isPresent()) {
      preferences.terminal(null);
    }
    change("forget", Map.of("name", terminal.till()), "terminal.forgotten");
  }

  /** Makes a terminal this desk's own. */
  public void use(PairedTerminal terminal) {
    preferences.terminal(terminal.till());
    said.set(Message.of(Tone.GOOD, "terminal.used", terminal.till()));
    refresh();
  }

  /** Whether this desk sells at it. */
  public boolean isOwn(PairedTerminal terminal) {
    return preferences
        .terminal()
        .map(terminal.till()::equals)
        .orElseGet(() -> terminals.get().getFirst().equals(terminal));
  }

  public StringProperty addressProperty() {
    return address;
  }

  /** Name of this till on the terminal, as typed; may be empty. */
  public StringProperty tillProperty() {
    return till;
  }

  /** The range to search in, as typed. */
  public StringProperty rangeProperty() {
    return range;
  }

  public ReadOnlyObjectProperty<TerminalPage> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** The paired ones, the shop's first one first. */
  public ReadOnlyObjectProperty<List<PairedTerminal>> terminalsProperty() {
    return terminals.getReadOnlyProperty();
  }

  /** What the last search found. */
  public ReadOnlyObjectProperty<List<BankJson.Found>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** What is known of the attempt, by lower-snake name. */
  public ReadOnlyObjectProperty<Map<String, String>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What came of the last step, or null. */
  public ReadOnlyObjectProperty<Message> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether the engine is being asked for something a person wants. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The provider that would be replaced, once the engine has named it; then null again. */
  public ReadOnlyObjectProperty<String> replacesProperty() {
    return replaces.getReadOnlyProperty();
  }

  private void stands(BankJson.Attempt attempt) {
    running = attempt.state().equals("running");
    progress.set(attempt.progress());
    switch (attempt.state()) {
      case "connected" -> {
        String own = attempt.progress().getOrDefault("asked_till", "");
        till.set("");
        if (!own.isEmpty()) {
          preferences.terminal(own);
        }
        page.set(TerminalPage.TEST);
        check();
      }
      case "refused" -> {
        page.set(TerminalPage.ADDRESS);
        if ("other_provider".equals(attempt.code())) {
          replaces.set(attempt.choices().isEmpty() ? "" : attempt.choices().getFirst());
          replaces.set(null);
        } else {
          said.set(TerminalWords.refused(attempt));
        }
      }
      default -> page.set(TerminalPage.APPROVE);
    }
  }

  private void change(String action, Map<String, String> values, String done) {
    act(
        () -> engine.providers().change(PROVIDER, action, values),
        attempt -> {
          said.set(
              attempt.state().equals("connected")
                  ? Message.of(Tone.GOOD, done)
                  : TerminalWords.refused(attempt));
          refresh();
        });
  }

  private void take(List<BankJson.Provider> rows) {
    terminals.set(PairedTerminal.in(rows, PROVIDER));
  }

  private <T> void act(Supplier<T> work, Consumer<T> done) {
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
}
