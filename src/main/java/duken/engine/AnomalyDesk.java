package duken.engine;

import duken.domain.Anomaly;
import duken.domain.Anomaly.Resolution;
import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.InvoiceFact;
import duken.domain.Money;
import duken.domain.Refusal;
import duken.engine.Conversations.Turn;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.store.Store;
import duken.store.Store.Rooms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where somebody decides about money that behaved oddly (gateway contract, section 14, late
 * payment): give it back at the bank, keep it as a new paid invoice, or just note that it was seen.
 */
public final class AnomalyDesk {

  private static final String ASKED = "refund asked for anomaly ";
  private static final String DECLINED = "refund declined for anomaly ";

  private final Store store;
  private final InstantSource clock;
  private final Roads roads;
  private final Settlement settlement;
  private final Conversations conversations;
  private final Names names;
  private final Bell bell;

  AnomalyDesk(
      Store store,
      InstantSource clock,
      Roads roads,
      Settlement settlement,
      Conversations conversations,
      Names names,
      Bell bell) {
    this.store = store;
    this.clock = clock;
    this.roads = roads;
    this.settlement = settlement;
    this.conversations = conversations;
    this.names = names;
    this.bell = bell;
  }

  /** What can be decided. */
  public enum Way {
    REFUND,
    KEEP,
    ACKNOWLEDGE;

    /** The window's word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Resolves an anomaly. A refund whose answer is lost leaves it open: resolving again first looks
   * whether the money went back.
   *
   * @return the invoice that books kept money, else the invoice the anomaly is about
   * @throws Refusal NOT_FOUND; INVALID_TRANSITION when it is resolved already or the way does not
   *     fit its kind; PROVIDER_ERROR, PROVIDER_SESSION_INVALID, PROVIDER_TIMEOUT when the money did
   *     not surely go back
   */
  public Invoice resolve(Caller caller, long anomalyId, Way way) {
    // Looked at under its lock, which no read-only transaction gives.
    long invoiceId = store.write(rooms -> open(rooms, caller, anomalyId)).invoiceId();
    Invoice result;
    try (Turn _ = conversations.hold(invoiceId)) {
      result =
          switch (way) {
            case REFUND -> refund(caller, anomalyId);
            case KEEP -> keep(caller, anomalyId);
            case ACKNOWLEDGE ->
                store.write(rooms -> resolved(rooms, caller, anomalyId, Resolution.ACKNOWLEDGED));
          };
    }
    bell.ring();
    return result;
  }

  private Invoice refund(Caller caller, long anomalyId) {
    Intent intent = store.write(rooms -> intendedRefund(rooms, caller, anomalyId));
    Anomaly anomaly = intent.anomaly();
    Invoice invoice = Invoicing.find(store, caller.scope(), anomaly.invoiceId());
    PaymentProvider road =
        roads.of(invoice).orElseThrow(() -> Refusal.of(Refusal.Reason.PROVIDER_NOT_CONFIGURED));
    // Its own number space below zero: the same anomaly is always the same refund.
    RefundRequest request =
        new RefundRequest(ref(invoice, anomaly), -anomaly.id(), anomaly.amount(), Money.ZERO);
    boolean returned =
        switch (road.readRefund(request)) {
          case RefundReading.Done(RefundReceipt receipt) -> receipt.done();
          case RefundReading.NotFound() -> !intent.isFresh() && sent(anomaly, road.refund(request));
          case RefundReading.Failed _ -> sent(anomaly, road.refund(request));
          case RefundReading.UnderWay(), RefundReading.Silent _ -> false;
        };
    if (!returned) {
      throw Refusal.of(Refusal.Reason.PROVIDER_TIMEOUT);
    }
    return store.write(rooms -> resolved(rooms, caller, anomalyId, Resolution.REFUNDED));
  }

  private boolean sent(Anomaly anomaly, ProviderReply<RefundReceipt> reply) {
    return switch (reply) {
      case ProviderReply.Accepted<RefundReceipt>(RefundReceipt receipt) -> receipt.done();
      case ProviderReply.Unknown<RefundReceipt> _ -> false;
      case ProviderReply.Declined<RefundReceipt>(_, _, ProviderReply.Why why) -> {
        store.write(
            rooms -> {
              Invoice invoice = Settlement.locked(rooms, anomaly.invoiceId());
              Chronicle.anomaly(rooms, invoice, DECLINED + anomaly.id(), clock.instant());
              return null;
            });
        throw Refusal.of(
            switch (why) {
              case REFUSED -> Refusal.Reason.PROVIDER_ERROR;
              case SIGNED_OUT -> Refusal.Reason.PROVIDER_SESSION_INVALID;
              case NOT_SENT -> Refusal.Reason.PROVIDER_TIMEOUT;
            });
      }
    };
  }

  private Invoice keep(Caller caller, long anomalyId) {
    Anomaly known = store.write(rooms -> payment(rooms, caller, anomalyId));
    Invoice old = Invoicing.find(store, caller.scope(), known.invoiceId());
    ProviderReading reading =
        roads
            .of(old)
            .map(road -> road.read(ref(old, known)))
            .orElseGet(() -> new ProviderReading.Silent("no_road", false, null));
    return store.write(
        rooms -> {
          Anomaly anomaly = payment(rooms, caller, anomalyId);
          Invoice booked = booked(rooms, old, anomaly, reading);
          resolved(rooms, caller, anomalyId, Resolution.KEPT);
          return booked;
        });
  }

  /** A new invoice, paid by what came for the old one, with its webhook. */
  private Invoice booked(Rooms rooms, Invoice old, Anomaly anomaly, ProviderReading reading) {
    Instant now = clock.instant();
    Invoice.Terms asked = old.terms();
    boolean same = anomaly.amount().equals(asked.amount());
    Invoice.Terms terms =
        new Invoice.Terms(
            anomaly.amount(),
            same ? asked.discount() : null,
            asked.description(),
            asked.externalOrderId(),
            null,
            asked.phone(),
            same ? asked.items() : List.of(),
            names.payToken(),
            now,
            asked.origin(),
            asked.source(),
            old.id());
    Invoice fresh =
        rooms
            .invoices()
            .insert(
                new Invoice(
                    0,
                    old.tenantId(),
                    old.mode(),
                    old.kind(),
                    terms,
                    Invoice.State.fresh(),
                    Invoice.BankSide.unspoken(old.bank().provider()),
                    now,
                    now,
                    0));
    Chronicle.created(rooms, fresh);
    rooms
        .operations()
        .insert(
            BankOperation.intended(fresh.id(), 1, names.mark(), now)
                .opened(anomaly.operationId(), null, null, null)
                .with(BankOperation.State.PAID, null));
    InvoiceFact.Paid paid =
        reading instanceof ProviderReading.Paid(Instant at, _, String payer, _, _, _) && at != null
            ? new InvoiceFact.Paid(at, payer, null, anomaly.operationId())
            : new InvoiceFact.Paid(anomaly.detectedAt(), null, null, anomaly.operationId());
    return settlement.settle(rooms, fresh, paid).invoice();
  }

  /**
   * A refund that is written down before the bank is called.
   *
   * @param isFresh it was asked for a moment ago already, and the bank may still be at work on it
   */
  private record Intent(Anomaly anomaly, boolean isFresh) {}

  private Intent intendedRefund(Rooms rooms, Caller caller, long anomalyId) {
    Anomaly anomaly = payment(rooms, caller, anomalyId);
    Instant now = clock.instant();
    Set<String> words = Set.of(ASKED + anomaly.id(), DECLINED + anomaly.id());
    boolean fresh =
        rooms.invoices().history(anomaly.invoiceId()).stream()
            .filter(entry -> entry.detail() != null && words.contains(entry.detail()))
            .reduce((_, later) -> later)
            .filter(entry -> entry.detail().startsWith(ASKED))
            .filter(entry -> entry.at().plus(RefundCourier.BEFORE_SENDING_AGAIN).isAfter(now))
            .isPresent();
    if (!fresh) {
      Invoice invoice = rooms.invoices().find(anomaly.invoiceId()).orElseThrow();
      Chronicle.anomaly(rooms, invoice, ASKED + anomaly.id(), now);
    }
    return new Intent(anomaly, fresh);
  }

  private Invoice resolved(Rooms rooms, Caller caller, long anomalyId, Resolution how) {
    Anomaly anomaly = open(rooms, caller, anomalyId);
    Instant now = clock.instant();
    if (!rooms.anomalies().resolve(anomalyId, how, caller.keyName(), now)) {
      throw Refusal.of(Refusal.Reason.INVALID_TRANSITION);
    }
    Invoice invoice = rooms.invoices().find(anomaly.invoiceId()).orElseThrow();
    Chronicle.anomaly(rooms, invoice, anomaly.kind().wire() + " " + how.wire(), now);
    return invoice;
  }

  /** An open anomaly that is a payment nobody asked for (any more). */
  private static Anomaly payment(Rooms rooms, Caller caller, long anomalyId) {
    Anomaly anomaly = open(rooms, caller, anomalyId);
    return switch (anomaly.kind()) {
      case PAID_LATE, PAID_TWICE -> anomaly;
      case AMOUNT_DIFFERS, REFUNDED_AT_BANK, CANCELLED_AT_BANK ->
          throw new Refusal(
              Refusal.Reason.INVALID_TRANSITION, Map.of(), Map.of("kind", anomaly.kind().wire()));
    };
  }

  private static Anomaly open(Rooms rooms, Caller caller, long anomalyId) {
    Anomaly anomaly =
        rooms
            .anomalies()
            .lock(caller.scope(), anomalyId)
            .orElseThrow(() -> Refusal.of(Refusal.Reason.NOT_FOUND));
    if (anomaly.resolution() != null) {
      throw Refusal.of(Refusal.Reason.INVALID_TRANSITION);
    }
    return anomaly;
  }

  private static PaymentRef ref(Invoice invoice, Anomaly anomaly) {
    return new PaymentRef(
        invoice.tenantId(), invoice.kind(), anomaly.operationId(), invoice.createdAt());
  }
}
