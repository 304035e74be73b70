package duken.engine.invoice;

import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.domain.PaymentDetails;
import duken.engine.poll.PaymentPoller;
import duken.engine.poll.ProviderHealth;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.InvoiceLookup;
import duken.engine.runtime.ProviderRouter;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.provider.PaymentProvider;
import duken.store.Scope;
import duken.store.Store;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The last way out while a bank is silent: a person has seen the money in the bank's own app. What
 * is booked so is marked for ever, and compared with the bank as soon as it speaks.
 */
final class HandDecisions {

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;
  private final Settlement settlement;
  private final InvoiceLocks invoiceLocks;
  private final PaymentPoller poller;
  private final ProviderHealth health;

  HandDecisions(
      Store store,
      InstantSource clock,
      ProviderRouter providers,
      Settlement settlement,
      InvoiceLocks invoiceLocks,
      PaymentPoller poller,
      ProviderHealth health) {
    this.store = store;
    this.clock = clock;
    this.providers = providers;
    this.settlement = settlement;
    this.invoiceLocks = invoiceLocks;
    this.poller = poller;
    this.health = health;
  }

  /**
   * Books an invoice as paid whose end the bank does not tell. The bank is asked once more before;
   * its word counts.
   *
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when its end is known or can still be told
   */
  Invoice paid(Scope scope, long invoiceId, String reason, String by) {
    Invoice asked = poller.askNow(InvoiceLookup.find(store, scope, invoiceId));
    if (!asked.state().status().isOpen()) {
      return asked;
    }
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      Invoice invoice = InvoiceLookup.find(store, scope, invoiceId);
      BankOperation newest = store.read(tx -> tx.operations().newestOf(invoiceId)).orElseThrow();
      if (!invoice.state().status().isOpen()) {
        return invoice;
      }
      boolean unknown = health.isChecking(invoiceId) && newest.state() == State.OPEN;
      if (!unknown || providers.of(invoice).flatMap(PaymentProvider::device).isPresent()) {
        throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
      }
      return book(invoice, newest, reason, by);
    }
  }

  /** The operation stays open: what the bank says of it later is news. */
  private Invoice book(Invoice invoice, BankOperation operation, String reason, String by) {
    Instant now = clock.instant();
    PaymentDetails details = PaymentDetails.byHand(by, reason);
    return store.write(
        tx -> {
          Invoice locked = Settlement.locked(tx, invoice.id());
          InvoiceHistoryWriter.decided(tx, locked, "PAID " + by + ": " + reason, now);
          return settlement
              .settle(
                  tx,
                  locked,
                  new InvoiceEvent.Paid(now, null, null, operation.operationId(), details))
              .invoice();
        });
  }
}
