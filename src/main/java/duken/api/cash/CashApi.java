package duken.api.cash;

import duken.api.cash.CashJson.Operation;
import java.util.List;

/**
 * Cash of this desk. Calls block and throw as those of {@link duken.api.EngineApi}; those with a
 * key may be repeated with it.
 */
public interface CashApi {

  CashJson.Standing standing();

  /** Changes what the shop chose. */
  CashJson.Standing change(CashJson.Settings settings);

  Operation sell(CashJson.Sale sale, String key);

  Operation refund(CashJson.Refund refund, String key);

  /** Puts cash in. */
  Operation putIn(CashJson.Move move, String key);

  /** Takes cash out. */
  Operation takeOut(CashJson.Move move, String key);

  /** Notes what was counted while the shift goes on. */
  Operation count(CashJson.Count count, String key);

  /** Tells what should lie in the drawer; who may know it where it is counted blind. */
  CashJson.Expected expected();

  /** The cash beside an invoice; null when there is none. */
  CashJson.Part ofInvoice(long invoiceId);

  /** Notes that the customer has the cash beside an unpaid invoice back; may be repeated. */
  Operation giveBack(long invoiceId);

  /**
   * What happened in the shop, newest first.
   *
   * @param sales whether only sales and refunds are wanted
   * @param before only those with a smaller id, 0 for the newest
   */
  List<Operation> list(boolean sales, long before);
}
