package duken.desktop.payment;

import duken.api.DeskJson;
import duken.api.EngineApi;
import duken.desktop.kit.task.Background;
import duken.domain.Money;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks once whether a second bill for the same sum to the same phone is another customer's. */
public final class DuplicateGuard {

  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<DeskJson.Sale> earlier = new ReadOnlyObjectWrapper<>();

  /** A guard that has asked nothing yet. */
  public DuplicateGuard(InstantSource clock) {
    this.clock = clock;
  }

  /** The earlier bill as last heard while the question stands, or null. */
  public ReadOnlyObjectProperty<DeskJson.Sale> earlierProperty() {
    return earlier.getReadOnlyProperty();
  }

  /**
   * Sends a bill, or asks about an earlier one: sending again then means that it is another
   * customer.
   *
   * @param busy is true while the engine is asked
   */
  public void pass(
      EngineApi engine,
      Background background,
      Money sum,
      String phone,
      BooleanProperty busy,
      Runnable send) {
    if (earlier.get() != null) {
      send.run();
      return;
    }
    busy.set(true);
    background.ask(
        () -> EarlierBill.find(engine, sum, phone, clock.instant()),
        found -> found(found, busy, send),
        // The engine will say of the bill itself what is wrong.
        _ -> found(Optional.empty(), busy, send));
  }

  private void found(Optional<DeskJson.Sale> found, BooleanProperty busy, Runnable send) {
    busy.set(false);
    earlier.set(found.orElse(null));
    if (found.isEmpty()) {
      send.run();
    }
  }

  /** News of the earlier one, as long as it is asked about. */
  public void heard(DeskJson.Sale sale) {
    DeskJson.Sale asked = earlier.get();
    if (asked != null && asked.invoice().id() == sale.invoice().id()) {
      earlier.set(sale);
    }
  }

  /** Another sale begins. */
  public void forget() {
    earlier.set(null);
  }

  /** What is asked, to be put back. */
  public Property<DeskJson.Sale> remembered() {
    return earlier;
  }
}
