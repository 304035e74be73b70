package duken.api;

import duken.api.cash.CashJson;
import java.util.List;

/** Shifts of the engine. Calls block and throw as those of {@link EngineApi}. */
public interface ShiftApi {

  /** The desk's newest shift with its sums of this moment. */
  ShiftJson.Current current();

  /**
   * Opens the desk's next shift.
   *
   * @param counted what lies in the drawer, or null when nobody counted
   */
  ShiftJson.Report open(CashJson.Count counted);

  /** Opens the desk's next shift without a count. */
  default ShiftJson.Report open() {
    return open(null);
  }

  /** Closes the desk's shift; may be repeated. */
  ShiftJson.Closing close(ShiftJson.Close which);

  /** The shop's newest shifts, newest first. */
  List<ShiftJson.Row> list();

  ShiftJson.Report report(long id);

  /** What came and went in one shift, oldest first. */
  List<ShiftJson.Money> money(long id);
}
