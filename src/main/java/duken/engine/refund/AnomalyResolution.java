package duken.engine.refund;

import duken.domain.Anomaly;
import duken.domain.Anomaly.Resolution;
import duken.domain.BankOperation;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.engine.runtime.Caller;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.InvoiceLookup;
import duken.engine.runtime.ProviderRouter;
import duken.engine.runtime.TokenGenerator;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.engine.staff.Actor;
import duken.provider.ProviderReading;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where somebody decides about money that behaved oddly (gateway contract, section 14, late
 * payment): give it back at the bank, keep it as a new paid invoice, or just note that it was seen.
 */
public final class AnomalyResolution {

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;
  private final RefundExecution courier;
  private final AnomalyRefund giveBack;
  private final Settlement settlement;
  private final InvoiceLocks invoiceLocks;
  private final TokenGenerator tokenGenerator;
  private final CommitSignal commitSignal;

  public AnomalyResolution(
      Store store,
      InstantSource clock,
      ProviderRouter providers,
      RefundExecution courier,
      Settlement settlement,
      InvoiceLocks invoiceLocks,
      TokenGenerator tokenGenerator,
      CommitSignal commitSignal) {
    this.store = store;
    this.clock = clock;
    this.providers = providers;
    this.courier = courier;
    this.giveBack = new AnomalyRefund(store, clock, providers);
    this.settlement = settlement;
    this.invoiceLocks = invoiceLocks;
    this.tokenGenerator = tokenGenerator;
    this.commitSignal = commitSignal;
  }

  /** What can be decided. */
  public enum Way {
    /** Give it back at the bank. */
    REFUND,
    /** Book it as a new paid invoice. */
    KEEP,
    /** Note that it was seen. */
    ACKNOWLEDGE,
    /** An unclear refund: a person has seen at the bank that the money went back. */
    RETURNED,
    /** An unclear refund: a person has seen at the bank that the money did not go back. */
    NOT_RETURNED;

    /** The window's word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Resolves an anomaly. A refund is sent at once; one whose answer is lost leaves it open, and
   * resolving again first looks whether the money went back.
   *
   * @return the invoice that books kept money, else the invoice the anomaly is about
   * @throws DomainRefusal NOT_FOUND; INVALID_TRANSITION when it is resolved already or the way does
   *     not fit its kind; PROVIDER_ERROR, PROVIDER_SESSION_INVALID, PROVIDER_TIMEOUT when the money
   *     did not surely go back
   */
  public Invoice resolve(Caller caller, long anomalyId, Way way) {
    // Looked at under its lock, which no read-only transaction gives.
    long invoiceId = store.write(tx -> open(tx, caller, anomalyId)).invoiceId();
    Invoice result;
    try (Lock _ = invoiceLocks.hold(invoiceId)) {
      result =
          switch (way) {
            case REFUND -> refund(caller, anomalyId);
            case KEEP -> keep(caller, anomalyId);
            case ACKNOWLEDGE -> {
              store.write(tx -> seenOnly(tx, caller, anomalyId));
              yield store.write(tx -> resolved(tx, caller, anomalyId, Resolution.ACKNOWLEDGED));
            }
            case RETURNED -> decided(caller, anomalyId, true);
            case NOT_RETURNED -> decided(caller, anomalyId, false);
          };
    }
    commitSignal.signal();
    return result;
  }

  private Invoice refund(Caller caller, long anomalyId) {
    Anomaly anomaly = store.write(tx -> payment(tx, caller, anomalyId));
    Invoice invoice = InvoiceLookup.find(store, caller.scope(), anomaly.invoiceId());
    giveBack.giveBack(invoice, anomaly);
    return store.write(tx -> resolved(tx, caller, anomalyId, Resolution.REFUNDED));
  }

  private Invoice keep(Caller caller, long anomalyId) {
    Anomaly known = store.write(tx -> payment(tx, caller, anomalyId));
    Invoice old = InvoiceLookup.find(store, caller.scope(), known.invoiceId());
    giveBack.refuseIfSentBack(old, known);
    ProviderReading reading =
        providers
            .of(old)
            .map(provider -> provider.read(AnomalyRefund.payment(old, known)))
            .orElseGet(() -> new ProviderReading.Silent("no_road", false, null));
    return store.write(
        tx -> {
          Anomaly anomaly = payment(tx, caller, anomalyId);
          Invoice booked = booked(tx, old, anomaly, reading);
          resolved(tx, caller, anomalyId, Resolution.KEPT);
          tx.cash().keep(old.id(), booked.id());
          return booked;
        });
  }

  /** A new invoice, paid by what came for the old one, with its webhook. */
  private Invoice booked(Tx tx, Invoice old, Anomaly anomaly, ProviderReading reading) {
    Instant now = clock.instant();
    Invoice.Terms asked = old.terms();
    boolean same = anomaly.amount().equals(asked.amount());
    Invoice.Terms terms =
        new Invoice.Terms(
            anomaly.amount(),
            same ? asked.discount() : null,
            new Invoice.Order(asked.order().description(), asked.order().externalOrderId(), null),
            asked.phone(),
            same ? asked.items() : List.of(),
            tokenGenerator.payToken(),
            now,
            asked.channel(),
            old.id());
    Invoice fresh =
        tx.invoices()
            .insert(
                new Invoice(
                    0,
                    0,
                    old.tenantId(),
                    old.mode(),
                    old.kind(),
                    terms,
                    Invoice.State.fresh(),
                    Invoice.BankSide.unspoken(old.bank().provider()),
                    new Invoice.Revision(now, now, 0)));
    InvoiceHistoryWriter.created(tx, fresh);
    tx.operations()
        .insert(
            BankOperation.intended(fresh.id(), 1, tokenGenerator.mark(), now)
                .opened(anomaly.operationId(), null, null, null)
                .with(BankOperation.State.PAID, null));
    InvoiceEvent.Paid paid =
        reading instanceof ProviderReading.Paid(Instant at, _, String payer, _, _, _) && at != null
            ? new InvoiceEvent.Paid(at, payer, null, anomaly.operationId())
            : new InvoiceEvent.Paid(anomaly.detectedAt(), null, null, anomaly.operationId());
    return settlement.settle(tx, fresh, paid).invoice();
  }

  private static String by(Caller caller) {
    return Actor.current().map(Actor::inWords).orElse(caller.keyName());
  }

  private Invoice decided(Caller caller, long anomalyId, boolean returned) {
    Anomaly anomaly = store.write(tx -> unclear(tx, caller, anomalyId));
    courier.decided(anomaly.invoiceId(), anomaly.amount(), returned);
    return store.write(
        tx ->
            resolved(
                tx, caller, anomalyId, returned ? Resolution.REFUNDED : Resolution.NOT_REFUNDED));
  }

  private Invoice resolved(Tx tx, Caller caller, long anomalyId, Resolution how) {
    Anomaly anomaly = open(tx, caller, anomalyId);
    Instant now = clock.instant();
    if (!tx.anomalies().resolve(anomalyId, how, by(caller), now)) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    Invoice invoice = tx.invoices().find(anomaly.invoiceId()).orElseThrow();
    InvoiceHistoryWriter.anomaly(tx, invoice, anomaly.kind().wire() + " " + how.wire(), now);
    return invoice;
  }

  /** An open anomaly that is a payment nobody asked for (any more). */
  private static Anomaly payment(Tx tx, Caller caller, long anomalyId) {
    Anomaly anomaly = open(tx, caller, anomalyId);
    return switch (anomaly.kind()) {
      case PAID_LATE, PAID_TWICE -> anomaly;
      case AMOUNT_DIFFERS, REFUNDED_AT_BANK, CANCELLED_AT_BANK, REFUND_UNCLEAR ->
          throw unfit(anomaly);
    };
  }

  /** An open anomaly that is a refund nobody knows the outcome of. */
  private static Anomaly unclear(Tx tx, Caller caller, long anomalyId) {
    Anomaly anomaly = open(tx, caller, anomalyId);
    if (anomaly.kind() != Anomaly.Kind.REFUND_UNCLEAR) {
      throw unfit(anomaly);
    }
    return anomaly;
  }

  /** An open anomaly that is done with when somebody has seen it. */
  private static Anomaly seenOnly(Tx tx, Caller caller, long anomalyId) {
    Anomaly anomaly = open(tx, caller, anomalyId);
    if (anomaly.kind() == Anomaly.Kind.REFUND_UNCLEAR) {
      throw unfit(anomaly);
    }
    return anomaly;
  }

  private static DomainRefusal unfit(Anomaly anomaly) {
    return new DomainRefusal(
        DomainRefusal.Reason.INVALID_TRANSITION, Map.of(), Map.of("kind", anomaly.kind().wire()));
  }

  private static Anomaly open(Tx tx, Caller caller, long anomalyId) {
    Anomaly anomaly =
        tx.anomalies()
            .lock(caller.scope(), anomalyId)
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
    if (anomaly.resolution() != null) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    return anomaly;
  }
}
