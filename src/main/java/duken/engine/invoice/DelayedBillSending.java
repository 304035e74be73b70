package duken.engine.invoice;

import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.engine.poll.PaymentPoller;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.InvoiceLookup;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.engine.sync.DelayedBillPolicy;
import duken.engine.sync.PaymentInitiation;
import duken.store.Scope;
import duken.store.Store;
import java.time.Instant;
import java.time.InstantSource;

/** Sends a bill that is held back because it is late, when a cashier says so. */
public final class DelayedBillSending {

  private final Store store;
  private final PaymentInitiation paymentInitiation;
  private final InvoiceLocks invoiceLocks;
  private final PaymentPoller poller;
  private final CommitSignal commitSignal;
  private final InstantSource clock;

  public DelayedBillSending(
      Store store,
      PaymentInitiation paymentInitiation,
      InvoiceLocks invoiceLocks,
      PaymentPoller poller,
      CommitSignal commitSignal,
      InstantSource clock) {
    this.store = store;
    this.paymentInitiation = paymentInitiation;
    this.invoiceLocks = invoiceLocks;
    this.poller = poller;
    this.commitSignal = commitSignal;
    this.clock = clock;
  }

  /** A fresh try takes the place of one of which nobody knows whether it was sent. */
  Invoice resend(Scope scope, long invoiceId) {
    return again(
        scope,
        invoiceId,
        (invoice, newest, _) ->
            invoice.kind() == PaymentKind.PHONE && newest.state() == State.UNDECIDED,
        "sent_again");
  }

  /** A fresh try takes the late one's place: it may wait for the provider in its turn. */
  Invoice send(Scope scope, long invoiceId) {
    return again(scope, invoiceId, DelayedBillPolicy::isHeld, "late");
  }

  private interface Condition {
    boolean holds(Invoice invoice, BankOperation newest, Instant now);
  }

  private Invoice again(Scope scope, long invoiceId, Condition condition, String why) {
    InvoiceLookup.find(store, scope, invoiceId);
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      Instant now = clock.instant();
      store.write(
          tx -> {
            Invoice invoice = Settlement.locked(tx, invoiceId);
            BankOperation newest = tx.operations().newestOf(invoiceId).orElseThrow();
            if (!invoice.state().status().isOpen() || !condition.holds(invoice, newest, now)) {
              throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
            }
            tx.operations().update(newest.with(State.ENDED, why));
            BankOperation fresh = paymentInitiation.intend(tx, invoice, newest.number() + 1);
            tx.operations().update(fresh.with(State.QUEUED, "sent_late"));
            InvoiceHistoryWriter.sentLate(tx, invoice, now);
            return null;
          });
    }
    commitSignal.signal();
    poller.hint(invoiceId);
    return InvoiceLookup.find(store, scope, invoiceId);
  }
}
