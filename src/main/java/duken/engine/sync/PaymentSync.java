package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.Capability;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.engine.runtime.ProviderRouter;
import duken.engine.settlement.PaymentEndPolicy;
import duken.engine.sync.Opened.Outcome;
import duken.engine.sync.SyncResult.Answer;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.NotFound;
import duken.provider.ProviderReading.Paid;
import duken.provider.ProviderReading.Silent;
import duken.provider.ProviderReading.Undecided;
import duken.provider.ProviderReading.Waiting;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Why;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One step of the conversation with the bank about one invoice: ask, look up, send, withdraw or
 * renew, whatever is due, and write down what was learnt. No transaction is open while the bank is
 * called. Whoever calls holds the invoice's turn.
 */
public final class PaymentSync {

  private final Store store;
  private final ProviderRouter providers;
  private final PaymentInitiation paymentInitiation;
  private final PaymentResultRecorder paymentResultRecorder;
  private final QrRenewal renewal;
  private final InstantSource clock;
  private final Consumer<Invoice> answered;
  private final DeviceInquiry device;

  /**
   * @param answered is told that the bank spoke about an invoice, before that is written down
   */
  public PaymentSync(
      Store store,
      ProviderRouter providers,
      PaymentInitiation paymentInitiation,
      PaymentResultRecorder paymentResultRecorder,
      InstantSource clock,
      Consumer<Invoice> answered) {
    this.store = store;
    this.providers = providers;
    this.paymentInitiation = paymentInitiation;
    this.paymentResultRecorder = paymentResultRecorder;
    this.renewal = new QrRenewal(store, paymentInitiation, paymentResultRecorder, clock);
    this.clock = clock;
    this.answered = answered;
    this.device = new DeviceInquiry(paymentResultRecorder, answered);
  }

  private record Case(Invoice invoice, BankOperation operation, PaymentProvider provider) {}

  /**
   * Asks the bank about an invoice; a closed one is looked back at, because late money is money.
   *
   * @throws DomainRefusal NOT_FOUND when there is no such invoice
   */
  public SyncResult step(long invoiceId) {
    Invoice invoice = invoice(invoiceId);
    List<BankOperation> operations = store.read(tx -> tx.operations().of(invoiceId));
    Optional<PaymentProvider> provider = providers.of(invoice);
    if (provider.isEmpty() || operations.isEmpty()) {
      return silent(invoice, null);
    }
    if (!invoice.state().status().isOpen()) {
      return lookBack(provider.get(), invoice, operations);
    }
    Case it = new Case(invoice, operations.getLast(), provider.get());
    Instant now = clock.instant();
    boolean worth = PaymentEndPolicy.isWorthOpening(invoice, now);
    return switch (it.operation().state()) {
      case OPEN, PAID -> heard(it, it.provider().read(ref(invoice, it.operation())));
      case INTENDED, UNKNOWN ->
          brought(
              it, paymentInitiation.resolve(it.provider(), invoice, it.operation(), worth, false));
      case QUEUED -> {
        Duration pause = QrRenewal.pauseLeft(invoice, operations, now);
        if (worth && pause.isPositive()) {
          yield new SyncResult(invoice, null, null, Answer.NOT_ASKED, pause);
        }
        if (worth && !DelayedBillPolicy.isHeld(invoice, it.operation(), now)) {
          yield brought(it, paymentInitiation.send(it.provider(), invoice, it.operation()));
        }
        yield isOver(invoice, now)
            ? finished(it, "never_sent")
            : new SyncResult(invoice, null, null, Answer.NOT_ASKED, null);
      }
      case UNDECIDED -> device.undecided(it.provider(), invoice, it.operation());
      case ENDED -> finished(it, it.operation().word());
    };
  }

  /**
   * Goes on from a reading that was made elsewhere, of the operation with this bank identifier.
   *
   * @throws DomainRefusal NOT_FOUND when there is no such invoice
   */
  public SyncResult digest(long invoiceId, String operationId, ProviderReading reading) {
    Invoice invoice = invoice(invoiceId);
    BankOperation newest = store.read(tx -> tx.operations().newestOf(invoiceId)).orElseThrow();
    boolean current =
        newest.state() == State.OPEN
            && operationId.equals(newest.operationId())
            && invoice.state().status().isOpen();
    return current
        ? heard(new Case(invoice, newest, providers.of(invoice).orElseThrow()), reading)
        : step(invoiceId);
  }

  /** What a provider calls this operation. */
  public static PaymentRef ref(Invoice invoice, BankOperation operation) {
    return new PaymentRef(
        invoice.tenantId(),
        invoice.kind(),
        operation.operationId(),
        operation.createdAt(),
        invoice.state().status() != InvoiceStatus.PENDING,
        invoice.state().payerProgress() == PayerProgress.SCANNED);
  }

  private SyncResult heard(Case it, ProviderReading reading) {
    return switch (reading) {
      case Waiting waiting -> waiting(it, waiting);
      case Paid paid ->
          new SyncResult(
              paymentResultRecorder.paid(it.invoice(), it.operation(), paid),
              null,
              null,
              Answer.SPOKE,
              null);
      case Undecided undecided -> {
        answered.accept(it.invoice());
        Invoice after = paymentResultRecorder.undecided(it.invoice(), it.operation(), undecided);
        yield new SyncResult(after, null, null, Answer.SPOKE, DeviceInquiry.NOTHING_TO_ASK);
      }
      case Ended ended -> ended(it, ended);
      case NotFound() when it.provider().device().isPresent() -> device.forgotten(it.invoice());
      case NotFound() -> silent(paymentResultRecorder.cancelGivenUp(it.invoice()), null);
      case Silent silent ->
          silent(paymentResultRecorder.cancelGivenUp(it.invoice()), silent.askAgainIn());
    };
  }

  private SyncResult waiting(Case it, Waiting waiting) {
    answered.accept(it.invoice());
    if (leftToRunOut(it, waiting)) {
      return finished(it, waiting.word());
    }
    // Money that the bank holds goes back when the shop says so, and never only because time is
    // over.
    boolean unwanted =
        isOver(it.invoice(), clock.instant())
            && (!waiting.held() || it.invoice().state().status() == InvoiceStatus.CANCELLING);
    return unwanted && canWithdraw(it)
        ? withdraw(it)
        : stillWaiting(
            it, waiting, paymentResultRecorder.waiting(it.invoice(), it.operation(), waiting));
  }

  private SyncResult stillWaiting(Case it, Waiting waiting, Invoice after) {
    return new SyncResult(
        it.provider().closesLocally() ? after : paymentResultRecorder.cancelGivenUp(after),
        it.operation().with(State.OPEN, waiting.word()),
        waiting,
        Answer.SPOKE,
        waiting.askAgainIn());
  }

  /** Payment may have won, and an answer may be lost: what counts is what the bank says then. */
  private SyncResult withdraw(Case it) {
    PaymentRef ref = ref(it.invoice(), it.operation());
    ProviderReply<PaymentProvider.Withdrawn> reply = it.provider().cancel(ref);
    ProviderReading after = it.provider().read(ref);
    if (!(after instanceof Waiting waiting)) {
      return heard(it, after);
    }
    boolean refused =
        reply instanceof ProviderReply.Declined<?>(_, _, Why why) && why == Why.REFUSED;
    Invoice invoice = paymentResultRecorder.waiting(it.invoice(), it.operation(), waiting);
    return stillWaiting(
        it,
        waiting,
        refused && it.invoice().kind() == PaymentKind.PHONE
            ? paymentResultRecorder.cancelRefused(invoice)
            : invoice);
  }

  private SyncResult ended(Case it, Ended ended) {
    Instant now = clock.instant();
    boolean renews = it.provider().renewsQr();
    return switch (PaymentEndPolicy.next(it.invoice(), ended.ending(), now, renews)) {
      case PaymentEndPolicy.Next.Settle(var fact) ->
          new SyncResult(
              paymentResultRecorder.ended(it.invoice(), it.operation(), ended, fact),
              null,
              null,
              Answer.SPOKE,
              null);
      case PaymentEndPolicy.Next.Renew() -> renew(it, ended);
    };
  }

  private SyncResult renew(Case it, Ended ended) {
    QrRenewal.Step step = renewal.next(it.provider(), it.invoice(), it.operation(), ended.word());
    return step.opened() == null
        ? new SyncResult(step.invoice(), null, null, Answer.SPOKE, step.pause())
        : brought(it, step.opened());
  }

  private SyncResult brought(Case it, Opened opened) {
    if (opened.outcome() == Outcome.ABSENT) {
      return finished(it, "absent");
    }
    if (opened.outcome() == Outcome.UNDECIDED) {
      return new SyncResult(
          opened.invoice(), null, null, Answer.NOT_ASKED, DeviceInquiry.NOTHING_TO_ASK);
    }
    boolean open = opened.outcome() == Outcome.OPEN;
    return new SyncResult(
        open ? opened.invoice() : paymentResultRecorder.cancelGivenUp(opened.invoice()),
        open ? opened.operation() : null,
        null,
        open || opened.outcome() == Outcome.REFUSED ? Answer.SPOKE : Answer.SILENT,
        open ? it.provider().firstQuestion(ref(opened.invoice(), opened.operation())) : null);
  }

  /** No operation is left through which money could come: only time or a wish to cancel decide. */
  private SyncResult finished(Case it, String word) {
    var fact = PaymentEndPolicy.overWithoutMoney(it.invoice(), clock.instant());
    return new SyncResult(
        paymentResultRecorder.ended(it.invoice(), it.operation(), word, fact),
        null,
        null,
        Answer.NOT_ASKED,
        null);
  }

  private SyncResult lookBack(
      PaymentProvider provider, Invoice invoice, List<BankOperation> operations) {
    Invoice after = invoice;
    Answer answer = Answer.NOT_ASKED;
    for (BankOperation operation : operations) {
      if (operation.operationId() != null) {
        ProviderReading reading = provider.read(ref(invoice, operation));
        answer = reading instanceof Silent ? Answer.SILENT : Answer.SPOKE;
        after = paymentResultRecorder.afterTheEnd(after, operation, reading);
      }
    }
    return new SyncResult(after, null, null, answer, null);
  }

  private SyncResult silent(Invoice invoice, Duration askAgainIn) {
    return new SyncResult(invoice, null, null, Answer.SILENT, askAgainIn);
  }

  private Invoice invoice(long invoiceId) {
    return store
        .read(tx -> tx.invoices().find(invoiceId))
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }

  private static boolean isOver(Invoice invoice, Instant now) {
    return invoice.state().status() == InvoiceStatus.CANCELLING
        || PaymentEndPolicy.isOverdue(invoice, now);
  }

  /** Nobody can withdraw it at the bank: once its own time is over, the invoice is closed here. */
  private boolean leftToRunOut(Case it, Waiting waiting) {
    return it.provider().closesLocally()
        && !waiting.held()
        && PaymentEndPolicy.isOverdue(it.invoice(), clock.instant());
  }

  private static boolean canWithdraw(Case it) {
    return it.provider().capabilities(it.invoice().tenantId()).contains(Capability.CANCEL);
  }
}
