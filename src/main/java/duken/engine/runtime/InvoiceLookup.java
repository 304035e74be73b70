package duken.engine.runtime;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.store.Scope;
import duken.store.Store;

/** Finds a shop's own invoice. */
public final class InvoiceLookup {

  private InvoiceLookup() {}

  /**
   * The invoice.
   *
   * @throws DomainRefusal NOT_FOUND when there is none, or it is another shop's
   */
  public static Invoice find(Store store, Scope scope, long invoiceId) {
    return store
        .read(tx -> tx.invoices().find(scope, invoiceId))
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }
}
