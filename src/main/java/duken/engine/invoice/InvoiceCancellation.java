package duken.engine.invoice;

import duken.domain.BankOperation;
import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent.CancelRequested;
import duken.domain.InvoiceEvent.Cancelled;
import duken.domain.InvoiceStatus;
import duken.domain.PaymentKind;
import duken.domain.StatusReason;
import duken.engine.poll.PaymentPoller;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.InvoiceLookup;
import duken.engine.runtime.ProviderRouter;
import duken.engine.settlement.Settlement;
import duken.engine.sync.PaymentResultRecorder;
import duken.engine.sync.PaymentSync;
import duken.provider.PaymentProvider;
import duken.store.Scope;
import duken.store.Store;
import java.util.Optional;

/** How an invoice is cancelled (gateway contract, section 9.5). Payment may win at any moment. */
public final class InvoiceCancellation {

  private final Store store;
  private final ProviderRouter providers;
  private final Settlement settlement;
  private final PaymentResultRecorder paymentResultRecorder;
  private final InvoiceLocks invoiceLocks;
  private final PaymentPoller poller;

  public InvoiceCancellation(
      Store store,
      ProviderRouter providers,
      Settlement settlement,
      PaymentResultRecorder paymentResultRecorder,
      InvoiceLocks invoiceLocks,
      PaymentPoller poller) {
    this.store = store;
    this.providers = providers;
    this.settlement = settlement;
    this.paymentResultRecorder = paymentResultRecorder;
    this.invoiceLocks = invoiceLocks;
    this.poller = poller;
  }

  Invoice cancel(Scope scope, long invoiceId) {
    InvoiceLookup.find(store, scope, invoiceId);
    Invoice after;
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      Invoice invoice = InvoiceLookup.find(store, scope, invoiceId);
      refuseUnlessPending(invoice);
      BankOperation newest = store.read(tx -> tx.operations().newestOf(invoiceId)).orElseThrow();
      after =
          switch (newest.state()) {
            case QUEUED, ENDED, PAID -> withdrawnUnsent(invoice, newest);
            case INTENDED, UNKNOWN, UNDECIDED -> requested(invoice, newest);
            case OPEN ->
                invoice.mode().isSandbox() ? atOnce(invoice, newest) : requested(invoice, newest);
          };
    }
    // After the turn is given back, or the question would find it taken.
    poller.hint(invoiceId);
    return after;
  }

  /** No operation through which money could come: nobody has to be asked. */
  private Invoice withdrawnUnsent(Invoice invoice, BankOperation newest) {
    return paymentResultRecorder.ended(
        invoice, newest, "withdrawn", new Cancelled(StatusReason.MERCHANT_CANCELLED));
  }

  /** The watcher withdraws it at the bank and brings the bank's last word. */
  private Invoice requested(Invoice invoice, BankOperation newest) {
    Optional<PaymentProvider> provider = providers.of(invoice);
    boolean canWithdraw =
        provider.isPresent()
            && provider.get().capabilities(invoice.tenantId()).contains(Capability.CANCEL);
    // A QR just runs out; a bill that nobody can withdraw stays payable for a day.
    if (invoice.kind() == PaymentKind.PHONE && !canWithdraw) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_SUPPORTED_BY_PROVIDER);
    }
    // Before it is written: from then on nobody may take what the bank only holds.
    if (newest.operationId() != null) {
      provider.ifPresent(it -> it.unwanted(PaymentSync.ref(invoice, newest)));
    }
    return settlement.apply(invoice.id(), new CancelRequested()).invoice();
  }

  private Invoice atOnce(Invoice invoice, BankOperation open) {
    providers.of(invoice).ifPresent(provider -> provider.cancel(PaymentSync.ref(invoice, open)));
    Invoice asked = poller.askHolding(invoice);
    if (asked.state().status() == InvoiceStatus.CANCELLED) {
      return asked;
    }
    refuseUnlessPending(asked);
    return requested(asked, open);
  }

  private static void refuseUnlessPending(Invoice invoice) {
    DomainRefusal.Reason reason =
        switch (invoice.state().status()) {
          case PENDING -> null;
          case PAID, PARTIALLY_REFUNDED, REFUNDED -> DomainRefusal.Reason.INVOICE_ALREADY_PAID;
          case CANCELLED -> DomainRefusal.Reason.INVOICE_ALREADY_CANCELLED;
          case CANCELLING, EXPIRED -> DomainRefusal.Reason.INVOICE_NOT_CANCELLABLE;
        };
    if (reason != null) {
      throw DomainRefusal.of(reason);
    }
  }
}
