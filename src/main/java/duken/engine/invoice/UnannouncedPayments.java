package duken.engine.invoice;

import duken.domain.Invoice;
import duken.engine.runtime.Caller;
import duken.store.Store;
import java.time.InstantSource;
import java.util.List;

/** Desk sales that were paid while no window looked: each announces itself once. */
public final class UnannouncedPayments {

  private final Store store;
  private final InstantSource clock;

  public UnannouncedPayments(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Paid sales no window has announced, oldest payment first. */
  public List<Invoice> unannounced(Caller caller, int limit) {
    return store.read(tx -> tx.invoices().unannounced(caller.scope(), limit));
  }

  /** A window showed it. Harmless when repeated. */
  public void announced(Caller caller, long invoiceId) {
    store.writeLightly(
        tx -> tx.invoices().markAnnounced(caller.scope(), invoiceId, clock.instant()));
  }
}
