package duken.engine;

import duken.domain.Invoice;
import duken.domain.Refusal;
import duken.store.Scope;
import duken.store.Store;

/** Finds a shop's own invoice. */
public final class InvoiceLookup {

  private InvoiceLookup() {}

  /**
   * The invoice.
   *
   * @throws Refusal NOT_FOUND when there is none, or it is another shop's
   */
  public static Invoice find(Store store, Scope scope, long invoiceId) {
    return store
        .read(rooms -> rooms.invoices().find(scope, invoiceId))
        .orElseThrow(() -> Refusal.of(Refusal.Reason.NOT_FOUND));
  }
}
