package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceEvent.Expired;
import duken.domain.InvoiceEvent.Progressed;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.StatusReason;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.TokenGenerator;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.engine.sync.Opened.Outcome;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Why;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Brings an operation that is written down to the bank, and the bank's answer back. Whoever calls
 * holds the invoice's turn.
 */
public final class PaymentInitiation {

  static final Progressed WAITING = new Progressed(PayerProgress.WAITING, false);

  private final Store store;
  private final Settlement settlement;
  private final CommitSignal commitSignal;
  private final InstantSource clock;
  private final TokenGenerator tokenGenerator;
  private final UnaryOperator<String> payLink;
  private final Consumer<Invoice> answered;

  /**
   * @param payLink makes the address of a pay page of its token
   * @param answered is told that the bank spoke about an invoice, before that is written down
   */
  public PaymentInitiation(
      Store store,
      Settlement settlement,
      CommitSignal commitSignal,
      InstantSource clock,
      TokenGenerator tokenGenerator,
      UnaryOperator<String> payLink,
      Consumer<Invoice> answered) {
    this.store = store;
    this.settlement = settlement;
    this.commitSignal = commitSignal;
    this.clock = clock;
    this.tokenGenerator = tokenGenerator;
    this.payLink = payLink;
    this.answered = answered;
  }

  /** The next try of an invoice, written down: the bank is called after the commit. */
  public BankOperation intend(Tx tx, Invoice invoice, int number) {
    return tx.operations()
        .insert(
            BankOperation.intended(invoice.id(), number, tokenGenerator.mark(), clock.instant()));
  }

  /**
   * Asks the bank to open an intended operation.
   *
   * @param first nobody was promised anything yet: what surely failed ends the invoice at once
   */
  public Opened open(
      PaymentProvider provider, Invoice invoice, BankOperation operation, boolean first) {
    return answered(provider.open(request(invoice, operation)), invoice, operation, first);
  }

  /** Writes down what the bank answered about an intended operation; see {@link #open}. */
  public Opened answered(
      ProviderReply<OpenedPayment> reply, Invoice invoice, BankOperation operation, boolean first) {
    return switch (reply) {
      case ProviderReply.Accepted<OpenedPayment>(OpenedPayment payment) ->
          adopt(invoice, operation, payment);
      case ProviderReply.Unknown<OpenedPayment>(String code) ->
          wait(invoice, operation, State.UNKNOWN, Outcome.UNKNOWN, code, null);
      case ProviderReply.Declined<OpenedPayment>(String code, String message, Why why) ->
          declined(invoice, operation, first, code, message, why);
    };
  }

  /**
   * Looks for an operation whose opening was not answered, and goes on from there: adopts it, sends
   * it (again), or stays unsure.
   *
   * @param wanted whether money is still wanted: otherwise an absent operation is not sent again
   * @param first as in {@link #open}
   */
  public Opened resolve(
      PaymentProvider provider,
      Invoice invoice,
      BankOperation operation,
      boolean wanted,
      boolean first) {
    return switch (provider.find(request(invoice, operation))) {
      case Lookup.Found(OpenedPayment payment) -> adopt(invoice, operation, payment);
      case Lookup.Unfindable(String code) ->
          wait(invoice, operation, State.UNDECIDED, Outcome.UNDECIDED, code, null);
      case Lookup.Absent() -> absent(provider, invoice, operation, wanted, first);
      case Lookup.Unsure(String code) ->
          wanted && invoice.kind().isHandedOverByUs()
              ? unseen(provider, invoice, operation, first)
              : wait(invoice, operation, State.UNKNOWN, Outcome.UNKNOWN, code, null);
    };
  }

  private Opened absent(
      PaymentProvider provider,
      Invoice invoice,
      BankOperation operation,
      boolean wanted,
      boolean first) {
    if (!wanted) {
      return new Opened(Outcome.ABSENT, invoice, operation);
    }
    if (invoice.kind() == PaymentKind.TERMINAL) {
      return over(invoice, operation, Outcome.NOT_SENT, "not_started", null);
    }
    return DelayedBillPolicy.isLate(invoice, operation, clock.instant())
        ? wait(invoice, operation, State.QUEUED, Outcome.QUEUED, "held", null)
        : open(provider, invoice, intended(operation), first);
  }

  /** Sends an operation that has waited for the provider. */
  Opened send(PaymentProvider provider, Invoice invoice, BankOperation queued) {
    return open(provider, invoice, intended(queued), false);
  }

  /** Nobody saw the picture of a QR whose answer was lost: the next one takes its place. */
  private Opened unseen(
      PaymentProvider provider, Invoice invoice, BankOperation operation, boolean first) {
    BankOperation next =
        store.write(
            tx -> {
              Invoice locked = Settlement.locked(tx, invoice);
              tx.operations().update(operation.with(State.ENDED, "unseen"));
              BankOperation fresh = intend(tx, locked, operation.number() + 1);
              InvoiceHistoryWriter.renewed(tx, locked, fresh.number(), clock.instant());
              return fresh;
            });
    return open(provider, invoice, next, first);
  }

  private BankOperation intended(BankOperation operation) {
    if (operation.state() == State.INTENDED) {
      return operation;
    }
    String why = DelayedBillPolicy.isWaiting(operation) ? operation.word() : null;
    BankOperation again = operation.with(State.INTENDED, why);
    store.write(
        tx -> {
          tx.operations().update(again);
          return null;
        });
    return again;
  }

  private Opened adopt(Invoice invoice, BankOperation operation, OpenedPayment payment) {
    answered.accept(invoice);
    return written(
        Outcome.OPEN,
        invoice,
        payment.of(operation),
        tx ->
            settlement
                .settle(
                    tx,
                    Settlement.locked(tx, invoice),
                    payment.bankSide(invoice.bank().provider()),
                    WAITING)
                .invoice());
  }

  private Opened declined(
      Invoice invoice,
      BankOperation operation,
      boolean first,
      String code,
      String message,
      Why why) {
    boolean canWait = !first || invoice.kind() == PaymentKind.PHONE;
    return switch (why) {
      case REFUSED -> over(invoice, operation, Outcome.REFUSED, code, message);
      case NOT_SENT ->
          canWait
              ? wait(invoice, operation, State.QUEUED, Outcome.QUEUED, code, message)
              : over(invoice, operation, Outcome.NOT_SENT, code, message);
      case SIGNED_OUT ->
          first
              ? over(invoice, operation, Outcome.SIGNED_OUT, code, message)
              : wait(invoice, operation, State.QUEUED, Outcome.SIGNED_OUT, code, message);
    };
  }

  private Opened over(
      Invoice invoice, BankOperation operation, Outcome outcome, String code, String message) {
    return written(
        outcome,
        invoice,
        operation.with(State.ENDED, code),
        tx -> troubled(tx, invoice, code, message, new Expired(StatusReason.PROVIDER_ERROR)));
  }

  private Opened wait(
      Invoice invoice,
      BankOperation operation,
      State state,
      Outcome outcome,
      String code,
      String message) {
    BankOperation waiting = operation.with(state, code);
    boolean begins =
        state == State.UNDECIDED
            || (DelayedBillPolicy.isWaiting(waiting) && !DelayedBillPolicy.isWaiting(operation));
    boolean known = operation.equals(waiting) && code.equals(invoice.bank().errorCode());
    return known
        ? new Opened(outcome, invoice, operation)
        : written(
            outcome,
            invoice,
            waiting,
            tx -> {
              Progressed nowhere = new Progressed(PayerProgress.NOT_SENT, false);
              Invoice after = troubled(tx, invoice, code, message, nowhere);
              if (begins) {
                // The status stays, yet whoever follows changes has to hear that it waits.
                InvoiceHistoryWriter.progressed(tx, after);
              }
              return after;
            });
  }

  private Invoice troubled(Tx tx, Invoice invoice, String code, String message, InvoiceEvent fact) {
    Invoice locked = Settlement.locked(tx, invoice);
    return settlement.settle(tx, locked, locked.bank().troubled(code, message), fact).invoice();
  }

  private Opened written(
      Outcome outcome, Invoice invoice, BankOperation operation, Function<Tx, Invoice> settle) {
    Invoice after =
        store.write(
            tx -> {
              Invoice settled = settle.apply(tx);
              tx.operations().update(operation);
              return settled;
            });
    commitSignal.signal();
    return new Opened(outcome, after == null ? invoice : after, operation);
  }

  PaymentRequest request(Invoice invoice, BankOperation operation) {
    return new PaymentRequest(
        invoice.tenantId(),
        invoice.id(),
        invoice.kind(),
        invoice.terms().amount(),
        operation.mark(),
        new PaymentRequest.Customer(
            invoice.terms().phone(),
            invoice.terms().order().description(),
            payLink.apply(invoice.terms().payToken())),
        new PaymentRequest.Life(invoice.terms().expiresAt(), operation.createdAt()));
  }
}
