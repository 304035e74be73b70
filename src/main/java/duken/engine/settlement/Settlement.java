package duken.engine.settlement;

import duken.domain.Anomaly;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.Invoice.BankSide;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceEvent.Paid;
import duken.domain.InvoiceEvent.Progressed;
import duken.domain.InvoiceStateMachine;
import duken.domain.Money;
import duken.domain.PaymentDetails;
import duken.domain.Transition;
import duken.domain.Transition.Anomalous;
import duken.domain.Transition.Keep;
import duken.domain.Transition.Move;
import duken.domain.Transition.NoChange;
import duken.domain.Transition.Rejected;
import duken.engine.runtime.CommitSignal;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of a status. A fact is weighed against the locked invoice by {@link
 * InvoiceStateMachine}; what follows from it (the guarded update, the line of history, the queued
 * webhook, the anomaly) is one transaction. The same fact twice changes nothing.
 */
public final class Settlement {

  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final Store store;
  private final InstantSource clock;
  private final WebhookOutboxWriter webhookOutboxWriter;
  private final CommitSignal commitSignal;

  public Settlement(
      Store store,
      InstantSource clock,
      WebhookOutboxWriter webhookOutboxWriter,
      CommitSignal commitSignal) {
    this.store = store;
    this.clock = clock;
    this.webhookOutboxWriter = webhookOutboxWriter;
    this.commitSignal = commitSignal;
  }

  /**
   * What became of an invoice.
   *
   * @param invoice as it is now
   */
  public record Settled(Invoice invoice, Transition transition) {}

  /**
   * Settles a fact and, once it is durable, rings the commit signal.
   *
   * @throws DomainRefusal NOT_FOUND when there is no such invoice
   */
  public Settled apply(long invoiceId, InvoiceEvent fact) {
    Settled settled = store.write(tx -> settle(tx, locked(tx, invoiceId), fact));
    if (!(settled.transition() instanceof NoChange)) {
      commitSignal.signal();
    }
    return settled;
  }

  /**
   * Settles a fact inside a transaction of the caller, who rings the commit signal after its
   * commit.
   */
  public Settled settle(Tx tx, Invoice locked, InvoiceEvent fact) {
    return settle(tx, locked, locked.bank(), fact);
  }

  /** The same, with a new bank side that is written whatever the decision. */
  public Settled settle(Tx tx, Invoice locked, BankSide bank, InvoiceEvent fact) {
    return settle(tx, locked, bank, fact, SettledBy.of(fact));
  }

  /** The same on behalf of somebody whom the history names. */
  public Settled settle(Tx tx, Invoice locked, BankSide bank, InvoiceEvent fact, SettledBy by) {
    Instant now = clock.instant();
    Transition transition = InvoiceStateMachine.decide(locked, fact);
    Invoice after =
        switch (transition) {
          case Move move -> move(tx, locked, bank, fact, move, by, now);
          case Keep() -> keep(tx, locked, bank, fact, now);
          case NoChange() -> bankOnly(tx, locked, bank, now);
          case Anomalous(Anomaly.Kind kind) -> {
            Paid paid = (Paid) fact;
            odd(tx, locked, kind, paid.amount(), paid.operationId());
            yield bankOnly(tx, locked, bank, now);
          }
          case Rejected() -> {
            forbidden(tx, locked, fact, now);
            yield bankOnly(tx, locked, bank, now);
          }
        };
    return new Settled(after, transition);
  }

  /** Stores a new invoice as it is once the bank has opened its payment. */
  public Invoice insertOpened(Tx tx, Invoice fresh, BankSide bank, Progressed fact) {
    Invoice after =
        InvoiceStateChange.nextVersion(InvoiceStateChange.keep(fresh, fact), bank, clock.instant());
    Invoice stored = tx.invoices().insert(after);
    InvoiceHistoryWriter.created(tx, stored);
    InvoiceHistoryWriter.progressed(tx, stored);
    return stored;
  }

  /** What else was told of a payment; the status stays, and the history says that it was told. */
  public Invoice told(Tx tx, Invoice locked, PaymentDetails details) {
    Invoice after = bankOnly(tx, locked, locked.bank().told(details), clock.instant());
    InvoiceHistoryWriter.bankSpoke(tx, after);
    return after;
  }

  /** Reserves or frees money for refunds: the status stays. */
  public Invoice reserve(Tx tx, Invoice locked, Money refunding) {
    return written(
        tx, InvoiceStateChange.reserved(locked, refunding), locked.bank(), clock.instant());
  }

  /** Settles a completed refund and frees its reservation in the same update. */
  public Settled settleRefund(
      Tx tx, Invoice locked, Money refunding, InvoiceEvent.RefundCompleted fact) {
    return settle(tx, InvoiceStateChange.reserved(locked, refunding), fact);
  }

  /** Writes down money that behaves oddly, once for each kind and operation. */
  public void odd(Tx tx, Invoice invoice, Anomaly.Kind kind, Money amount, String operationId) {
    Anomaly anomaly = anomaly(invoice, kind, amount, operationId);
    if (tx.anomalies().insertIfNew(anomaly)) {
      told(tx, invoice, anomaly);
    }
  }

  /** The same for what may happen again: whoever calls knows that this is another one. */
  public void another(Tx tx, Invoice locked, Anomaly.Kind kind, Money amount, String operationId) {
    Anomaly anomaly = anomaly(locked, kind, amount, operationId);
    tx.anomalies().insert(anomaly);
    told(tx, locked, anomaly);
  }

  private Anomaly anomaly(Invoice invoice, Anomaly.Kind kind, Money amount, String operationId) {
    Money sum = amount == null ? invoice.terms().amount() : amount;
    return new Anomaly(0, invoice.id(), kind, sum, operationId, clock.instant(), null, null, null);
  }

  private static void told(Tx tx, Invoice invoice, Anomaly anomaly) {
    InvoiceHistoryWriter.anomaly(tx, invoice, anomaly.kind().wire(), anomaly.detectedAt());
    LOG.warn("invoice {}: {}", invoice.id(), anomaly.kind().wire());
  }

  /** The invoice, locked until the transaction ends. */
  public static Invoice locked(Tx tx, long invoiceId) {
    return tx.invoices()
        .lock(invoiceId)
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }

  /** The invoice at hand, locked until the transaction ends; read again if it was changed. */
  public static Invoice locked(Tx tx, Invoice atHand) {
    return tx.invoices()
        .lock(atHand)
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }

  private Invoice move(
      Tx tx,
      Invoice locked,
      BankSide bank,
      InvoiceEvent fact,
      Move move,
      SettledBy by,
      Instant now) {
    Invoice moved = InvoiceStateChange.move(locked, fact, move, now);
    Invoice after = written(tx, moved, InvoiceStateChange.bank(bank, fact), now);
    InvoiceHistoryWriter.moved(tx, locked.state().status(), after, by);
    if (fact instanceof Paid paid && differs(paid.amount(), after.terms().amount())) {
      odd(tx, after, Anomaly.Kind.AMOUNT_DIFFERS, paid.amount(), paid.operationId());
    }
    if (move.announce()) {
      webhookOutboxWriter.queue(tx, after, now);
    }
    LOG.info(
        "invoice {}: {} -> {}",
        after.id(),
        locked.state().status().wire(),
        after.state().status().wire());
    return after;
  }

  private Invoice keep(Tx tx, Invoice locked, BankSide bank, InvoiceEvent fact, Instant now) {
    Invoice after = written(tx, InvoiceStateChange.keep(locked, fact), bank, now);
    if (fact instanceof Progressed) {
      InvoiceHistoryWriter.progressed(tx, after);
    }
    return after;
  }

  private Invoice bankOnly(Tx tx, Invoice locked, BankSide bank, Instant now) {
    return bank.equals(locked.bank()) ? locked : written(tx, locked, bank, now);
  }

  private Invoice written(Tx tx, Invoice invoice, BankSide bank, Instant now) {
    Invoice after = InvoiceStateChange.nextVersion(invoice, bank, now);
    if (!tx.invoices().update(after)) {
      throw new IllegalStateException("invoice " + invoice.id() + " changed under its lock");
    }
    return after;
  }

  private void forbidden(Tx tx, Invoice invoice, InvoiceEvent fact, Instant now) {
    String word = fact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    if (InvoiceHistoryWriter.forbidden(tx, invoice, word, now)) {
      LOG.warn(
          "invoice {}: {} is forbidden in {}", invoice.id(), word, invoice.state().status().wire());
    }
  }

  private static boolean differs(Money paid, Money asked) {
    return paid != null && !paid.equals(asked);
  }
}
