package duken.engine.sync;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.Invoice;
import duken.domain.Invoice.BankSide;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceEvent.CancelRefused;
import duken.domain.InvoiceEvent.Progressed;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.StatusReason;
import duken.engine.runtime.CommitSignal;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.KnownReturns;
import duken.engine.settlement.Settlement;
import duken.provider.PaymentProvider;
import duken.provider.ProviderReading;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Writes down what the bank said: the operation and what it means for the invoice, in one
 * transaction. What is known already costs no transaction.
 */
public final class PaymentResultRecorder {

  /** Told to whoever sees the invoice. */
  static final String QR_DISCARDED = "qr_discarded";

  private final Store store;
  private final Settlement settlement;
  private final PaymentInitiation paymentInitiation;
  private final CommitSignal commitSignal;
  private final InstantSource clock;
  private final HandBooking handBooking;

  public PaymentResultRecorder(
      Store store,
      Settlement settlement,
      PaymentInitiation paymentInitiation,
      CommitSignal commitSignal,
      InstantSource clock) {
    this.store = store;
    this.settlement = settlement;
    this.paymentInitiation = paymentInitiation;
    this.commitSignal = commitSignal;
    this.clock = clock;
    handBooking = new HandBooking(store, settlement, commitSignal);
  }

  /** An invoice and the operation that now stands for it. */
  record Renewed(Invoice invoice, BankOperation operation) {}

  Invoice waiting(Invoice invoice, BankOperation operation, ProviderReading.Waiting waiting) {
    boolean known =
        invoice.state().payerProgress() == waiting.payerProgress()
            && invoice.state().held() == waiting.held()
            && DeviceStep.isKnown(invoice, waiting);
    return known
        ? invoice
        : write(
            tx -> {
              tx.operations().update(operation.with(State.OPEN, waiting.word()));
              Invoice locked = Settlement.locked(tx, invoice);
              BankSide bank = DeviceStep.told(locked, waiting);
              Progressed fact = new Progressed(waiting.payerProgress(), waiting.held());
              return settlement.settle(tx, locked, bank, fact).invoice();
            });
  }

  /** What came is not what was asked for, or nobody can tell any more: a person decides. */
  Invoice undecided(Invoice invoice, BankOperation operation, ProviderReading.Undecided undecided) {
    return write(
        tx -> {
          tx.operations().update(operation.with(State.UNDECIDED, undecided.code()));
          Invoice locked = Settlement.locked(tx, invoice);
          if (undecided.amount() != null) {
            settlement.odd(
                tx,
                locked,
                Anomaly.Kind.AMOUNT_DIFFERS,
                undecided.amount(),
                operation.operationId());
          }
          return noticed(tx, locked, undecided.code(), undecided.message());
        });
  }

  /** Something is in the way, told with the invoice; its status stays. */
  Invoice troubled(Invoice invoice, String code) {
    return code.equals(invoice.bank().errorCode())
        ? invoice
        : write(
            tx -> {
              Invoice locked = Settlement.locked(tx, invoice.id());
              return noticed(tx, locked, code, null);
            });
  }

  /** Ends what a person saw nothing of, once it surely came to nothing. */
  Invoice cleared(PaymentProvider provider, Invoice invoice, BankOperation operation) {
    boolean cleared =
        provider
            .device()
            .filter(device -> device.isCleared(invoice.tenantId(), operation.mark()))
            .isPresent();
    return cleared
        ? ended(
            invoice,
            operation,
            "cleared",
            new InvoiceEvent.Cancelled(StatusReason.MERCHANT_CANCELLED))
        : invoice;
  }

  Invoice paid(Invoice invoice, BankOperation operation, ProviderReading.Paid paid) {
    Instant at = paid.at() == null ? clock.instant() : paid.at();
    return write(
        tx -> {
          tx.operations().update(operation.with(State.PAID, paid.word()));
          return settle(
              tx,
              invoice,
              new InvoiceEvent.Paid(
                  at, paid.payerName(), paid.amount(), operation.operationId(), paid.details()));
        });
  }

  /** No money can come through the operation, nor through any other of the invoice. */
  public Invoice ended(Invoice invoice, BankOperation operation, String word, InvoiceEvent fact) {
    return write(
        tx -> {
          tx.operations().update(operation.with(State.ENDED, word));
          return settle(tx, invoice, fact);
        });
  }

  /** The same, with the bank's own sentence kept when it has one. */
  Invoice ended(
      Invoice invoice, BankOperation operation, ProviderReading.Ended ended, InvoiceEvent fact) {
    if (ended.message() == null) {
      return ended(invoice, operation, ended.word(), fact);
    }
    return write(
        tx -> {
          tx.operations().update(operation.with(State.ENDED, ended.word()));
          Invoice locked = Settlement.locked(tx, invoice);
          return settlement
              .settle(tx, locked, locked.bank().troubled(ended.word(), ended.message()), fact)
              .invoice();
        });
  }

  /**
   * The operation ran out before its invoice: the next one is written down.
   *
   * @param atOnce whether the bank is asked for it now; otherwise it waits, and why is told
   */
  Renewed renewed(Invoice invoice, BankOperation operation, String word, boolean atOnce) {
    BankSide old = invoice.bank();
    String trouble = atOnce ? null : QR_DISCARDED;
    BankSide blank = new BankSide(old.provider(), old.operationId(), null, null, trouble, null);
    return write(
        tx -> {
          tx.operations().update(operation.with(State.ENDED, word));
          Invoice after =
              settlement
                  .settle(
                      tx,
                      Settlement.locked(tx, invoice),
                      blank,
                      new Progressed(PayerProgress.NOT_SENT, false))
                  .invoice();
          BankOperation next = paymentInitiation.intend(tx, after, operation.number() + 1);
          if (!atOnce) {
            next = next.with(State.QUEUED, QR_DISCARDED);
            tx.operations().update(next);
          }
          InvoiceHistoryWriter.renewed(tx, after, next.number(), clock.instant());
          return new Renewed(after, next);
        });
  }

  /** The bank has discarded one QR after the other: there is no next one. */
  Invoice discarded(Invoice invoice, BankOperation operation, String word) {
    return write(
        tx -> {
          tx.operations().update(operation.with(State.ENDED, word));
          Invoice locked = Settlement.locked(tx, invoice.id());
          return settlement
              .settle(
                  tx,
                  locked,
                  locked.bank().troubled(QR_DISCARDED, null),
                  new InvoiceEvent.Expired(StatusReason.PROVIDER_ERROR))
              .invoice();
        });
  }

  /** What the bank says of an operation of an invoice that is closed. */
  Invoice afterTheEnd(Invoice invoice, BankOperation operation, ProviderReading reading) {
    return switch (reading) {
      case ProviderReading.Paid _ when invoice.bank().details().awaitsItsBank() ->
          handBooking.answered(invoice, operation, true);
      case ProviderReading.Ended _ when invoice.bank().details().awaitsItsBank() ->
          handBooking.answered(invoice, operation, false);
      case ProviderReading.Paid paid when operation.state() != State.PAID ->
          paid(invoice, operation, paid);
      case ProviderReading.Paid(_, _, _, Money refunded, _, _)
          when refunded != null && KnownReturns.mayGrow(invoice, operation) ->
          returned(invoice, operation, refunded);
      case ProviderReading.Ended _ when operation.state() == State.PAID ->
          odd(invoice, operation, Anomaly.Kind.CANCELLED_AT_BANK, null);
      case ProviderReading.Paid _,
          ProviderReading.Ended _,
          ProviderReading.Waiting _,
          ProviderReading.NotFound _,
          ProviderReading.Undecided _,
          ProviderReading.Silent _ ->
          invoice;
    };
  }

  Invoice cancelRefused(Invoice invoice) {
    return invoice.state().status() == InvoiceStatus.CANCELLING
        ? write(tx -> settle(tx, invoice, new CancelRefused()))
        : invoice;
  }

  /** Gives a cancel up that nobody has answered for long. */
  Invoice cancelGivenUp(Invoice invoice) {
    if (invoice.state().status() != InvoiceStatus.CANCELLING) {
      return invoice;
    }
    return CancelPatience.isOver(
            invoice, store.read(tx -> tx.invoices().history(invoice.id())), clock.instant())
        ? cancelRefused(invoice)
        : invoice;
  }

  /** What was returned beyond our own refunds and what was found before is one more return. */
  private Invoice returned(Invoice invoice, BankOperation operation, Money total) {
    Money known = store.read(tx -> KnownReturns.sum(tx, invoice.id(), operation));
    return total.exceeds(known)
        ? write(
            tx -> {
              Invoice locked = Settlement.locked(tx, invoice.id());
              Money before = KnownReturns.sum(tx, locked.id(), operation);
              if (total.exceeds(before)) {
                settlement.another(
                    tx,
                    locked,
                    Anomaly.Kind.REFUNDED_AT_BANK,
                    total.minus(before),
                    operation.operationId());
              }
              return locked;
            })
        : invoice;
  }

  private Invoice odd(Invoice invoice, BankOperation operation, Anomaly.Kind kind, Money amount) {
    return write(
        tx -> {
          Invoice locked = Settlement.locked(tx, invoice);
          settlement.odd(tx, locked, kind, amount, operation.operationId());
          return locked;
        });
  }

  /** Told with the invoice, and to whoever follows changes, though its status stays. */
  private Invoice noticed(Tx tx, Invoice locked, String code, String message) {
    Invoice after =
        settlement
            .settle(
                tx,
                locked,
                locked.bank().troubled(code, message),
                new Progressed(locked.state().payerProgress(), false))
            .invoice();
    InvoiceHistoryWriter.progressed(tx, after);
    return after;
  }

  private Invoice settle(Tx tx, Invoice invoice, InvoiceEvent fact) {
    return settlement.settle(tx, Settlement.locked(tx, invoice), fact).invoice();
  }

  private <T> T write(Function<Tx, T> work) {
    T result = store.write(work);
    commitSignal.signal();
    return result;
  }
}
