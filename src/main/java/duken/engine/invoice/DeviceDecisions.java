package duken.engine.invoice;

import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceEvent.Cancelled;
import duken.domain.PaymentDetails;
import duken.domain.Refund;
import duken.domain.StatusReason;
import duken.engine.poll.PaymentPoller;
import duken.engine.poll.ProviderHealth;
import duken.engine.refund.RefundExecution;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.InvoiceLookup;
import duken.engine.runtime.ProviderRouter;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.engine.sync.PaymentResultRecorder;
import duken.provider.PaymentProvider;
import duken.provider.SingleDevice;
import duken.provider.SingleDevice.Seen;
import duken.store.Scope;
import duken.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * A person's answer to the question what the terminal shows, for operations no call can find (Smart
 * POS, section 12). What is booked so is marked for ever.
 */
public final class DeviceDecisions {

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;
  private final Settlement settlement;
  private final PaymentResultRecorder paymentResultRecorder;
  private final RefundExecution courier;
  private final InvoiceLocks invoiceLocks;
  private final CommitSignal commitSignal;
  private final HandDecisions byHand;

  public DeviceDecisions(
      Store store,
      InstantSource clock,
      ProviderRouter providers,
      Settlement settlement,
      PaymentResultRecorder paymentResultRecorder,
      RefundExecution courier,
      InvoiceLocks invoiceLocks,
      CommitSignal commitSignal,
      PaymentPoller poller,
      ProviderHealth health) {
    this.store = store;
    byHand = new HandDecisions(store, clock, providers, settlement, invoiceLocks, poller, health);
    this.clock = clock;
    this.providers = providers;
    this.settlement = settlement;
    this.paymentResultRecorder = paymentResultRecorder;
    this.courier = courier;
    this.invoiceLocks = invoiceLocks;
    this.commitSignal = commitSignal;
  }

  /**
   * The answer about a shop's own invoice.
   *
   * @param seen {@code waits}, {@code paid} or {@code nothing}
   * @param reason why the person says so; kept
   * @param by name of the key or person; kept
   * @return the invoice after it
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when nobody asks
   */
  public Invoice answer(Scope scope, long invoiceId, String seen, String reason, String by) {
    InvoiceLookup.find(store, scope, invoiceId);
    return answer(invoiceId, seen, reason, by);
  }

  /**
   * Books a shop's invoice as paid whose bank is silent, because a person saw the money in the
   * bank's own app. The bank is asked once more before.
   *
   * @param reason why the person says so; kept
   * @param by name of the key or person; kept
   * @return the invoice after it
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when its end is known or can be told
   */
  public Invoice paidByHand(Scope scope, long invoiceId, String reason, String by) {
    Invoice after = byHand.paid(scope, invoiceId, reason, by);
    commitSignal.signal();
    return after;
  }

  /** The same about any shop's invoice, for the owner of the data folder. */
  public Invoice answer(long invoiceId, String word, String reason, String by) {
    Seen seen = Seen.valueOf(word.toUpperCase(Locale.ROOT));
    Invoice after;
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      Invoice invoice =
          store
              .read(tx -> tx.invoices().find(invoiceId))
              .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
      SingleDevice device =
          providers
              .of(invoice)
              .flatMap(PaymentProvider::device)
              .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION));
      BankOperation newest = store.read(tx -> tx.operations().newestOf(invoiceId)).orElseThrow();
      after =
          invoice.state().status().isOpen() && newest.state() == State.UNDECIDED
              ? payment(device, invoice, newest, seen, reason, by)
              : refund(device, invoice, seen, reason, by);
    }
    commitSignal.signal();
    return after;
  }

  private Invoice payment(
      SingleDevice device,
      Invoice invoice,
      BankOperation operation,
      Seen seen,
      String reason,
      String by) {
    noted(invoice, seen, reason);
    device.decided(invoice.tenantId(), operation.mark(), seen);
    return switch (seen) {
      case WAITS -> invoice;
      case PAID -> paid(invoice, operation, reason, by);
      case NOTHING -> {
        // The terminal has spoken its last word of a mismatch; there is nothing to wait for.
        boolean over =
            "amount_mismatch".equals(operation.word())
                || device.isCleared(invoice.tenantId(), operation.mark());
        yield over
            ? paymentResultRecorder.ended(
                invoice, operation, "cleared", new Cancelled(StatusReason.MERCHANT_CANCELLED))
            : invoice;
      }
    };
  }

  private Invoice paid(Invoice invoice, BankOperation operation, String reason, String by) {
    Instant now = clock.instant();
    PaymentDetails details = PaymentDetails.byHand(by, reason);
    return store.write(
        tx -> {
          tx.operations().update(operation.with(State.PAID, "by_hand"));
          return settlement
              .settle(
                  tx,
                  Settlement.locked(tx, invoice.id()),
                  new InvoiceEvent.Paid(now, null, null, operation.operationId(), details))
              .invoice();
        });
  }

  private Invoice refund(
      SingleDevice device, Invoice invoice, Seen seen, String reason, String by) {
    Optional<Refund> underWay =
        store.read(tx -> tx.refunds().of(invoice.id())).stream()
            .filter(refund -> refund.state().status() == Refund.Status.PROCESSING)
            .findFirst();
    if (underWay.isEmpty()) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    noted(invoice, seen, by + ": " + reason);
    device.decided(invoice.tenantId(), underWay.get().id(), seen);
    return courier.resolve(invoice.id(), underWay.get().id()).invoice();
  }

  private void noted(Invoice invoice, Seen seen, String reason) {
    store.write(
        tx -> {
          Invoice locked = Settlement.locked(tx, invoice.id());
          InvoiceHistoryWriter.decided(tx, locked, seen.name() + " " + reason, clock.instant());
          return null;
        });
  }
}
