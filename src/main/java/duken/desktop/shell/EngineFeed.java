package duken.desktop.shell;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/**
 * What the engine tells by itself, on the JavaFX thread. {@link EnginePoller} fills it; a test may
 * do so by hand.
 */
public final class EngineFeed {

  private final ReadOnlyObjectWrapper<DeskJson.State> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper reachable = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyObjectWrapper<Absence> absence = new ReadOnlyObjectWrapper<>(Absence.LOST);
  private final List<Consumer<DeskJson.Sale>> saleListeners = new ArrayList<>();
  private final List<Runnable> returnListeners = new ArrayList<>();
  private final List<Consumer<List<DeskJson.Sale>>> openListeners = new ArrayList<>();

  /**
   * Why there is no engine to work with.
   *
   * @param textKey what to say
   * @param words the engine's own, for the text's place
   */
  public record Absence(String textKey, String words) {

    private static final Absence LOST = new Absence("shell.engine.lost", "");
    private static final Absence REFUSED = new Absence("shell.engine.refused", "");

    private static Absence forbidden(String words) {
      return new Absence("shell.engine.forbidden", words);
    }
  }

  /** The engine's state as last heard, null before the first word. */
  public ReadOnlyObjectProperty<DeskJson.State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether the engine answered the last time; true before anything was asked. */
  public ReadOnlyBooleanProperty reachableProperty() {
    return reachable.getReadOnlyProperty();
  }

  /** Why it did not answer; means nothing while it is reachable. */
  public ReadOnlyObjectProperty<Absence> absenceProperty() {
    return absence.getReadOnlyProperty();
  }

  /** Whether the provider can do this, by the engine's last word; yes before its first. */
  public boolean can(String capability) {
    return state.get() == null || state.get().way().capabilities().contains(capability);
  }

  /** The same of the provider that made this sale. */
  public boolean can(InvoiceJson invoice, String capability) {
    return state.get() == null || state.get().can(invoice, capability);
  }

  /** Whether nothing here is real money, by the engine's last word; yes before its first. */
  public boolean isTraining() {
    return state.get() == null || state.get().training();
  }

  /** Calls {@code listener} with every sale that changed. */
  public Subscription onSale(Consumer<DeskJson.Sale> listener) {
    saleListeners.add(listener);
    return () -> saleListeners.remove(listener);
  }

  /** Calls {@code listener} when the engine is there, for the first time or again. */
  public Subscription onReturn(Runnable listener) {
    returnListeners.add(listener);
    return () -> returnListeners.remove(listener);
  }

  /** Calls {@code listener} now and then with all open sales of the desk, to compare. */
  public Subscription onOpenSales(Consumer<List<DeskJson.Sale>> listener) {
    openListeners.add(listener);
    return () -> openListeners.remove(listener);
  }

  public void openTold(List<DeskJson.Sale> open) {
    List.copyOf(openListeners).forEach(listener -> listener.accept(open));
  }

  /** The engine is there; listeners of its return are called. */
  public void returned(DeskJson.State now) {
    stateTold(now);
    List.copyOf(returnListeners).forEach(Runnable::run);
  }

  public void stateTold(DeskJson.State now) {
    reachable.set(true);
    state.set(now);
  }

  public void saleChanged(DeskJson.Sale sale) {
    List.copyOf(saleListeners).forEach(listener -> listener.accept(sale));
  }

  /** The engine gave no answer. */
  public void lost() {
    away(Absence.LOST);
  }

  /** The engine does not accept this window's key. */
  public void refused() {
    away(Absence.REFUSED);
  }

  /**
   * The engine knows this window's key and lets it do nothing: the shop is suspended, or the key is
   * a program's.
   *
   * @param words the engine's own
   */
  public void forbidden(String words) {
    away(Absence.forbidden(words));
  }

  private void away(Absence why) {
    absence.set(why);
    reachable.set(false);
  }
}
