package duken.engine.invoice;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.engine.poll.PaymentPoller;
import duken.engine.runtime.Caller;
import duken.engine.runtime.InvoiceLookup;
import duken.engine.settlement.PaymentEndPolicy;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;

/** Creates, reads, checks and cancels invoices. */
public final class InvoiceService {

  /** Whoever checks a hundred invoices waits no longer; what was not asked by then is not asked. */
  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(10);

  private final Store store;
  private final InstantSource clock;
  private final PaymentPoller poller;
  private final InvoiceCreation creation;
  private final InvoiceCancellation cancel;
  private final InvoiceSimulation simulation;
  private final DelayedBillSending late;
  private final AskedWhenLookedAt lookedAt;

  public InvoiceService(
      Store store,
      InstantSource clock,
      PaymentPoller poller,
      InvoiceCreation creation,
      InvoiceCancellation cancel,
      InvoiceSimulation simulation,
      DelayedBillSending late,
      AskedWhenLookedAt lookedAt) {
    this.store = store;
    this.clock = clock;
    this.poller = poller;
    this.creation = creation;
    this.cancel = cancel;
    this.simulation = simulation;
    this.late = late;
    this.lookedAt = lookedAt;
  }

  /**
   * Writes the intent, asks the bank, writes its answer. Returns a pending invoice. When the caller
   * has a {@code callKey}, the transaction that writes the intent binds the invoice's id to it.
   *
   * <p>A lost answer is looked up at once; what stays unknown is PROVIDER_TIMEOUT, and the invoice
   * stays pending and is reconciled. A bill that surely was not sent is returned pending with
   * progress {@code not_sent} and is sent when the provider is back. Whatever else surely failed
   * ends the invoice as expired, reason {@code provider_error}, before the refusal is thrown: it
   * does not linger and does not occupy its body key. Then {@code status} in extra says {@code
   * expired}.
   *
   * @throws DomainRefusal PROVIDER_NOT_CONFIGURED, PROVIDER_SESSION_INVALID, PROVIDER_ERROR,
   *     PROVIDER_TIMEOUT (the last three with {@code invoice_id} and {@code status} in extra when
   *     an invoice was written), DUPLICATE_IDEMPOTENCY_KEY (with {@code invoice_id} and {@code
   *     status} in extra), NOT_SUPPORTED_BY_PROVIDER, AMOUNT_MUST_BE_WHOLE_TENGE
   */
  public Invoice create(Caller caller, NewInvoice order) {
    return create(caller, order, (SimulatedOutcome) null);
  }

  /**
   * As {@link #create(Caller, NewInvoice)}, and writes something more in the transaction that
   * writes the invoice.
   *
   * @param alongside takes no lock that is taken before the invoice's
   */
  public Invoice create(Caller caller, NewInvoice order, BiConsumer<Tx, Invoice> alongside) {
    return creation.create(caller, order, null, alongside);
  }

  /**
   * Creates a QR invoice in training that the customer pays, declines or lets expire by himself a
   * moment later ({@code simulate} of contract section 9.2). With a live caller {@code simulate} is
   * ignored.
   *
   * @throws DomainRefusal as {@link #create(Caller, InvoiceOrder)}
   */
  public Invoice create(Caller caller, NewInvoice order, SimulatedOutcome simulate) {
    return creation.create(caller, order, simulate, (_, _) -> {});
  }

  /**
   * Cancels a pending invoice. In training, and when the bank surely never had it, it is cancelled
   * at once; live it becomes {@code cancelling} until the bank has agreed.
   *
   * @throws DomainRefusal NOT_FOUND, INVOICE_ALREADY_PAID, INVOICE_ALREADY_CANCELLED,
   *     INVOICE_NOT_CANCELLABLE, NOT_SUPPORTED_BY_PROVIDER
   */
  public Invoice cancel(Caller caller, long invoiceId) {
    return cancel.cancel(caller.scope(), invoiceId);
  }

  /**
   * Sends a bill now that is held back because it has waited for the provider for more than {@link
   * LateBills#SENT_SILENTLY}.
   *
   * @throws DomainRefusal NOT_FOUND, INVALID_TRANSITION when it is not held back
   */
  public Invoice sendLate(Caller caller, long invoiceId) {
    return late.send(caller.scope(), invoiceId);
  }

  /**
   * Sends a bill again of which nobody knows whether it was sent: a person has decided, for the
   * customer may then have two (Kaspi Pay sheet, section 11).
   *
   * @throws DomainRefusal NOT_FOUND, INVALID_TRANSITION when that is not its state
   */
  public Invoice resend(Caller caller, long invoiceId) {
    return late.resend(caller.scope(), invoiceId);
  }

  /**
   * One invoice, with expiry applied for training (gateway contract, section 9.4).
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public Invoice read(Caller caller, long invoiceId) {
    Invoice invoice = InvoiceLookup.find(store, caller.scope(), invoiceId);
    return lookedAt.isDue(invoice) ? poller.askNow(invoice) : fresh(invoice);
  }

  /**
   * Asks the bank once about each open invoice among these and returns the shop's own, by id. A
   * silent bank changes nothing, and a slow one is not waited for longer than ten seconds.
   */
  public List<Invoice> check(Caller caller, List<Long> invoiceIds) {
    List<Long> ids = invoiceIds.stream().distinct().toList();
    List<Invoice> before = store.read(tx -> tx.invoices().findAll(caller.scope(), ids));
    List<Invoice> open =
        before.stream().filter(invoice -> invoice.state().status().isOpen()).toList();
    poller.askAll(open, CHECK_PATIENCE);
    return store.read(tx -> tx.invoices().findAll(caller.scope(), ids));
  }

  /**
   * The same invoices with expiry applied to training ones whose time is over: what a list shows
   * (gateway contract, section 9.4).
   */
  public List<Invoice> freshen(List<Invoice> invoices) {
    return invoices.stream().map(this::fresh).toList();
  }

  /**
   * Drives a training invoice (gateway contract, section 16).
   *
   * @throws DomainRefusal NOT_FOUND, NOT_SANDBOX, INVALID_TRANSITION, and VALIDATION on {@code
   *     status} for {@code qr_scanned} of a bill
   */
  public Invoice simulate(Caller caller, long invoiceId, SimulatedOutcome wanted) {
    return simulation.simulate(InvoiceLookup.find(store, caller.scope(), invoiceId), wanted);
  }

  private Invoice fresh(Invoice invoice) {
    boolean mayBeOver =
        invoice.mode().isSandbox()
            && invoice.state().status().isOpen()
            && PaymentEndPolicy.isOverdue(invoice, clock.instant());
    return mayBeOver ? poller.askNow(invoice) : invoice;
  }
}
