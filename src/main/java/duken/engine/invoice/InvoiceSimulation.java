package duken.engine.invoice;

import duken.domain.BankOperation;
import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.engine.poll.PaymentPoller;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.sync.PaymentSync;
import duken.provider.ProviderReading;
import duken.provider.SandboxCustomer;
import duken.store.Store;
import java.util.Optional;

/**
 * Drives training invoices (gateway contract, section 16). The practice bank is driven, and what
 * its books say then is settled as if the bank had been asked; its silence does not matter here.
 */
public final class InvoiceSimulation {

  private final Store store;
  private final SandboxCustomer phone;
  private final PaymentSync inquiry;
  private final InvoiceLocks invoiceLocks;
  private final PaymentPoller poller;

  public InvoiceSimulation(
      Store store,
      SandboxCustomer phone,
      PaymentSync inquiry,
      InvoiceLocks invoiceLocks,
      PaymentPoller poller) {
    this.store = store;
    this.phone = phone;
    this.inquiry = inquiry;
    this.invoiceLocks = invoiceLocks;
    this.poller = poller;
  }

  Invoice simulate(Invoice invoice, SimulatedOutcome wanted) {
    if (!invoice.mode().isSandbox()) {
      throw DomainRefusal.of(DomainRefusal.Reason.NOT_SANDBOX);
    }
    if (wanted == SimulatedOutcome.QR_SCANNED && invoice.kind() != PaymentKind.QR) {
      throw DomainRefusal.field("status", Complaint.of("status.qr_only"));
    }
    try (Lock _ = invoiceLocks.hold(invoice.id())) {
      BankOperation newest = newest(invoice);
      if (newest.state() != BankOperation.State.OPEN) {
        poller.askHolding(invoice);
        newest = newest(invoice);
      }
      if (newest.state() != BankOperation.State.OPEN) {
        throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
      }
      Optional<ProviderReading> said = phone.act(invoice.id(), wanted.action());
      if (said.isEmpty()) {
        poller.askHolding(invoice);
        throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
      }
      return inquiry.digest(invoice.id(), newest.operationId(), said.get()).invoice();
    }
  }

  private BankOperation newest(Invoice invoice) {
    return store.read(tx -> tx.operations().newestOf(invoice.id())).orElseThrow();
  }
}
