package duken.engine;

import duken.domain.Anomaly;
import duken.domain.Anomaly.Resolution;
import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.InvoiceFact;
import duken.domain.Refusal;
import duken.engine.Conversations.Turn;
import duken.engine.staff.Actor;
import duken.provider.ProviderReading;
import duken.store.Store;
import duken.store.Store.Rooms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where somebody decides about money that behaved oddly (gateway contract, section 14, late
 * payment): give it back at the bank, keep it as a new paid invoice, or just note that it was seen.
 */
public final class AnomalyDesk {

  private final Store store;
  private final InstantSource clock;
  private final Roads roads;
  private final RefundCourier courier;
  private final AnomalyRefund giveBack;
  private final Settlement settlement;
  private final Conversations conversations;
  private final Names names;
  private final Bell bell;

  AnomalyDesk(
      Store store,
      InstantSource clock,
      Roads roads,
      RefundCourier courier,
      Settlement settlement,
      Conversations conversations,
      Names names,
      Bell bell) {
    this.store = store;
    this.clock = clock;
    this.roads = roads;
    this.courier = courier;
    this.giveBack = new AnomalyRefund(store, clock, roads);
    this.settlement = settlement;
    this.conversations = conversations;
    this.names = names;
    this.bell = bell;
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
            case ACKNOWLEDGE -> {
              store.write(rooms -> seenOnly(rooms, caller, anomalyId));
              yield store.write(
                  rooms -> resolved(rooms, caller, anomalyId, Resolution.ACKNOWLEDGED));
            }
            case RETURNED -> decided(caller, anomalyId, true);
            case NOT_RETURNED -> decided(caller, anomalyId, false);
          };
    }
    bell.ring();
    return result;
  }

  private Invoice refund(Caller caller, long anomalyId) {
    Anomaly anomaly = store.write(rooms -> payment(rooms, caller, anomalyId));
    Invoice invoice = Invoicing.find(store, caller.scope(), anomaly.invoiceId());
    giveBack.giveBack(invoice, anomaly);
    return store.write(rooms -> resolved(rooms, caller, anomalyId, Resolution.REFUNDED));
  }

  private Invoice keep(Caller caller, long anomalyId) {
    Anomaly known = store.write(rooms -> payment(rooms, caller, anomalyId));
    Invoice old = Invoicing.find(store, caller.scope(), known.invoiceId());
    giveBack.refuseIfSentBack(old, known);
    ProviderReading reading =
        roads
            .of(old)
            .map(road -> road.read(AnomalyRefund.payment(old, known)))
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

  private static String by(Caller caller) {
    return Actor.current().map(Actor::inWords).orElse(caller.keyName());
  }

  private Invoice decided(Caller caller, long anomalyId, boolean returned) {
    Anomaly anomaly = store.write(rooms -> unclear(rooms, caller, anomalyId));
    courier.decided(anomaly.invoiceId(), anomaly.amount(), returned);
    return store.write(
        rooms ->
            resolved(
                rooms,
                caller,
                anomalyId,
                returned ? Resolution.REFUNDED : Resolution.NOT_REFUNDED));
  }

  private Invoice resolved(Rooms rooms, Caller caller, long anomalyId, Resolution how) {
    Anomaly anomaly = open(rooms, caller, anomalyId);
    Instant now = clock.instant();
    if (!rooms.anomalies().resolve(anomalyId, how, by(caller), now)) {
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
      case AMOUNT_DIFFERS, REFUNDED_AT_BANK, CANCELLED_AT_BANK, REFUND_UNCLEAR ->
          throw unfit(anomaly);
    };
  }

  /** An open anomaly that is a refund nobody knows the outcome of. */
  private static Anomaly unclear(Rooms rooms, Caller caller, long anomalyId) {
    Anomaly anomaly = open(rooms, caller, anomalyId);
    if (anomaly.kind() != Anomaly.Kind.REFUND_UNCLEAR) {
      throw unfit(anomaly);
    }
    return anomaly;
  }

  /** An open anomaly that is done with when somebody has seen it. */
  private static Anomaly seenOnly(Rooms rooms, Caller caller, long anomalyId) {
    Anomaly anomaly = open(rooms, caller, anomalyId);
    if (anomaly.kind() == Anomaly.Kind.REFUND_UNCLEAR) {
      throw unfit(anomaly);
    }
    return anomaly;
  }

  private static Refusal unfit(Anomaly anomaly) {
    return new Refusal(
        Refusal.Reason.INVALID_TRANSITION, Map.of(), Map.of("kind", anomaly.kind().wire()));
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
}
