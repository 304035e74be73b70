package duken.desktop.ways;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.desktop.kit.task.Background;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which way is looked at, and how the shop stands with each. */
public final class WaysViewModel {

  private static final int BEATS_BETWEEN = 3;

  private final EngineApi engine;
  private final Background background;
  private final List<String> providers;
  private final ReadOnlyObjectWrapper<List<BankJson.Provider>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<String> open = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper connected = new ReadOnlyBooleanWrapper();
  private boolean chosen;
  private int beats;

  /**
   * Nothing is asked before {@link #shown}.
   *
   * @param providers that can be chosen
   */
  public WaysViewModel(EngineApi engine, Background background, List<String> providers) {
    this.engine = engine;
    this.background = background;
    this.providers = List.copyOf(providers);
  }

  /** The screen shows: the way that takes the shop's money is opened, if there is one. */
  public void shown() {
    chosen = open.get() != null;
    refresh();
  }

  /** Time passes; what another window or the command line has connected is noticed. */
  public void beat() {
    if (++beats >= BEATS_BETWEEN) {
      refresh();
    }
  }

  /** Asks the engine how the shop stands; no provider is asked. */
  public void refresh() {
    beats = 0;
    background.ask(
        () -> engine.providers().list(),
        this::take,
        _ -> {
          // The feed tells when the engine is back.
        });
  }

  public void open(String provider) {
    chosen = true;
    open.set(provider);
  }

  /** Back to the choice. */
  public void choose() {
    chosen = true;
    open.set(null);
    refresh();
  }

  /** How the shop stands with a provider; empty when it was never connected. */
  public Optional<BankJson.Provider> row(String provider) {
    return rows.get().stream()
        .filter(row -> row.provider().equals(provider) && isKnown(row))
        .findFirst();
  }

  /** Those that are or were connected, as the engine told last. */
  public ReadOnlyObjectProperty<List<BankJson.Provider>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** The provider that is looked at, or null while all are. */
  public ReadOnlyObjectProperty<String> openProperty() {
    return open.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty connectedProperty() {
    return connected.getReadOnlyProperty();
  }

  private void take(List<BankJson.Provider> told) {
    List<BankJson.Provider> ours =
        told.stream().filter(row -> providers.contains(row.provider())).toList();
    rows.set(ours);
    connected.set(ours.stream().anyMatch(row -> row.connection().equals("connected")));
    if (!chosen) {
      ours.stream()
          .filter(row -> row.live() && isKnown(row))
          .findFirst()
          .ifPresent(row -> open(row.provider()));
    }
  }

  private static boolean isKnown(BankJson.Provider row) {
    return !row.connection().equals("not_configured");
  }
}
