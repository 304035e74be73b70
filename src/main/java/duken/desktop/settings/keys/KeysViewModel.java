package duken.desktop.settings.keys;

import duken.api.DeskJson.Key;
import duken.api.EngineUnreachable;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.SingleAction;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The keys of one shop: of its own programs and tills. */
public final class KeysViewModel {

  private static final int LONGEST = 100;

  private final Supplier<KeyRing> ring;
  private final Background background;

  private final ObservableList<Key> keys = FXCollections.observableArrayList();
  private final StringProperty label = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<String> wrong = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> fresh = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final SingleAction change;
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();

  private int asked;

  /**
   * Nothing is asked before {@link #refresh}.
   *
   * @param ring asked on the JavaFX thread before each call
   */
  public KeysViewModel(Supplier<KeyRing> ring, Background background) {
    this.ring = ring;
    this.background = background;
    change = new SingleAction(background);
    label.addListener(_ -> wrong.set(null));
  }

  /** Shows nothing of what was shown before, and asks for the list. */
  public void begin() {
    forget();
    label.set("");
    keys.clear();
    known.set(false);
    refresh();
  }

  /** Asks for the list; only the answer to the last question counts. */
  public void refresh() {
    int question = ++asked;
    background.ask(
        ring.get()::keys,
        all -> {
          if (question == asked) {
            told(all);
          }
        },
        problem::set);
  }

  /**
   * Makes a key with the typed label; it shows in {@link #fresh} until {@link #forget}.
   *
   * @param failed called when the engine refused or did not answer
   */
  public void create(Consumer<RuntimeException> failed) {
    String typed = label.get().strip();
    if (typed.isEmpty()) {
      wrong.set("settings.keys.label.missing");
    } else if (typed.length() > LONGEST) {
      wrong.set("settings.keys.label.too_long");
    } else if (!change.isBusy()) {
      KeyRing now = ring.get();
      change.ask(
          () -> now.create(typed),
          created -> {
            fresh.set(created);
            label.set("");
            refresh();
          },
          e -> {
            failed.accept(e);
            refresh();
          });
    }
  }

  /** The person has the new key, or leaves: it is shown no more. */
  public void forget() {
    fresh.set(null);
  }

  /**
   * Revokes a key for good.
   *
   * @param failed called when the engine refused or did not answer
   */
  public void revoke(Key key, Consumer<RuntimeException> failed) {
    if (change.isBusy()) {
      return;
    }
    KeyRing now = ring.get();
    change.tell(
        () -> now.revoke(key.id()),
        this::refresh,
        e -> {
          failed.accept(e);
          refresh();
        });
  }

  /** Whether nobody knows if it was carried out. */
  static boolean isOpenEnded(RuntimeException e) {
    return e instanceof EngineUnreachable;
  }

  private void told(List<Key> all) {
    List<Key> sorted =
        all.stream()
            .sorted(
                Comparator.comparing((Key key) -> key.revokedAt() != null)
                    .thenComparing(Comparator.comparingLong(Key::id).reversed()))
            .toList();
    if (!sorted.equals(keys)) {
      keys.setAll(sorted);
    }
    problem.set(null);
    known.set(true);
  }

  /** The keys: those in use first, the newest of them on top. */
  public ObservableList<Key> keys() {
    return keys;
  }

  /** The typed label of a new key. */
  public StringProperty label() {
    return label;
  }

  /** Text key of what is wrong with the label, or null. */
  public ReadOnlyObjectProperty<String> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /** A key that was just made, secret, or null. */
  public ReadOnlyObjectProperty<String> fresh() {
    return fresh.getReadOnlyProperty();
  }

  /** Whether the list was ever answered. */
  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** Whether something is being carried out. */
  public ReadOnlyBooleanProperty busy() {
    return change.busy();
  }

  /** Why the list could not be asked for, or null. */
  public ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }
}
