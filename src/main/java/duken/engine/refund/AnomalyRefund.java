package duken.engine.refund;

import duken.domain.Anomaly;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.PaymentDetails;
import duken.engine.runtime.ProviderRouter;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.ProviderReply;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.ReturnedSum;
import duken.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Gives back money nobody asked for (any more): at once, and never twice. Each sending is a line of
 * the invoice's history before the bank is called. Whoever calls holds the invoice's turn.
 */
final class AnomalyRefund {

  private static final String ASKED = "refund asked for anomaly ";
  private static final String DECLINED = "refund declined for anomaly ";

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;

  AnomalyRefund(Store store, InstantSource clock, ProviderRouter providers) {
    this.store = store;
    this.clock = clock;
    this.providers = providers;
  }

  /**
   * Gives the money back once. When this returns it went back.
   *
   * @throws DomainRefusal PROVIDER_ERROR, PROVIDER_SESSION_INVALID, PROVIDER_TIMEOUT when the money
   *     did not surely go back: the next call first looks whether it did
   */
  void giveBack(Invoice invoice, Anomaly anomaly) {
    Attempt attempt = lastAttempt(anomaly);
    PaymentProvider provider =
        providers
            .of(invoice)
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.PROVIDER_NOT_CONFIGURED));
    PaymentRef payment = payment(invoice, anomaly);
    boolean returned =
        switch (provider.returned(payment)) {
          case ReturnedSum.Told(Money already) ->
              !anomaly.amount().exceeds(already)
                  || (!attempt.isFresh(clock.instant())
                      && sent(provider, payment, anomaly, anomaly.amount().minus(already)));
          case ReturnedSum.Untold() -> returnedOrSent(provider, payment, attempt);
          case ReturnedSum.Silent(_, boolean signedOut) ->
              throw DomainRefusal.of(
                  signedOut
                      ? DomainRefusal.Reason.PROVIDER_SESSION_INVALID
                      : DomainRefusal.Reason.PROVIDER_TIMEOUT);
        };
    if (!returned) {
      throw DomainRefusal.of(DomainRefusal.Reason.PROVIDER_TIMEOUT);
    }
  }

  /** A bank that tells no sum is asked about the refund itself, once it was sent. */
  private boolean returnedOrSent(PaymentProvider provider, PaymentRef payment, Attempt attempt) {
    Anomaly anomaly = attempt.anomaly();
    if (attempt.at() == null) {
      return sent(provider, payment, anomaly, anomaly.amount());
    }
    return switch (provider.readRefund(request(payment, anomaly, anomaly.amount(), attempt.at()))) {
      case RefundReading.Done(RefundReceipt receipt) -> receipt.done();
      case RefundReading.NotFound() ->
          !attempt.isFresh(clock.instant()) && sent(provider, payment, anomaly, anomaly.amount());
      case RefundReading.Failed _ -> sent(provider, payment, anomaly, anomaly.amount());
      case RefundReading.UnderWay(), RefundReading.Undecided(), RefundReading.Silent _ -> false;
    };
  }

  /** Its own number space below zero: the same anomaly is always the same refund. */
  private static RefundRequest request(
      PaymentRef payment, Anomaly anomaly, Money amount, Instant sentAt) {
    return new RefundRequest(
        payment, -anomaly.id(), amount, Money.ZERO, null, PaymentDetails.NONE, sentAt);
  }

  /** Written down before the bank is called. */
  private boolean sent(
      PaymentProvider provider, PaymentRef payment, Anomaly anomaly, Money amount) {
    Instant now = clock.instant();
    store.write(
        tx -> {
          Invoice invoice = tx.invoices().find(anomaly.invoiceId()).orElseThrow();
          InvoiceHistoryWriter.anomaly(tx, invoice, ASKED + anomaly.id(), now);
          return null;
        });
    return sent(anomaly, provider.refund(request(payment, anomaly, amount, now)));
  }

  private boolean sent(Anomaly anomaly, ProviderReply<RefundReceipt> reply) {
    return switch (reply) {
      case ProviderReply.Accepted<RefundReceipt>(RefundReceipt receipt) -> receipt.done();
      case ProviderReply.Unknown<RefundReceipt> _ -> false;
      case ProviderReply.Declined<RefundReceipt>(_, _, ProviderReply.Why why) -> {
        store.write(
            tx -> {
              Invoice invoice = Settlement.locked(tx, anomaly.invoiceId());
              InvoiceHistoryWriter.anomaly(tx, invoice, DECLINED + anomaly.id(), clock.instant());
              return null;
            });
        throw DomainRefusal.of(
            switch (why) {
              case REFUSED -> DomainRefusal.Reason.PROVIDER_ERROR;
              case SIGNED_OUT -> DomainRefusal.Reason.PROVIDER_SESSION_INVALID;
              case NOT_SENT -> DomainRefusal.Reason.PROVIDER_TIMEOUT;
            });
      }
    };
  }

  /**
   * What somebody has tried to give back is only booked when the bank surely still has it.
   *
   * @throws DomainRefusal PROVIDER_TIMEOUT when it may have gone back
   */
  void refuseIfSentBack(Invoice invoice, Anomaly anomaly) {
    Attempt attempt = lastAttempt(anomaly);
    if (attempt.at() != null && !isStillThere(invoice, attempt)) {
      throw DomainRefusal.of(DomainRefusal.Reason.PROVIDER_TIMEOUT);
    }
  }

  private boolean isStillThere(Invoice invoice, Attempt attempt) {
    Optional<PaymentProvider> provider = providers.of(invoice);
    if (provider.isEmpty() || attempt.isFresh(clock.instant())) {
      return false;
    }
    Anomaly anomaly = attempt.anomaly();
    PaymentRef payment = payment(invoice, anomaly);
    return switch (provider.get().returned(payment)) {
      case ReturnedSum.Told(Money back) -> back.isZero();
      case ReturnedSum.Untold() ->
          provider.get().readRefund(request(payment, anomaly, anomaly.amount(), attempt.at()))
              instanceof RefundReading.NotFound;
      case ReturnedSum.Silent _ -> false;
    };
  }

  /**
   * The last time its money was sent back.
   *
   * @param at or null when it never was, or the bank said no
   */
  private record Attempt(Anomaly anomaly, Instant at) {

    /** Whether the bank may still be at work on it. */
    boolean isFresh(Instant now) {
      return at != null && at.plus(RefundExecution.BEFORE_SENDING_AGAIN).isAfter(now);
    }
  }

  private Attempt lastAttempt(Anomaly anomaly) {
    Set<String> words = Set.of(ASKED + anomaly.id(), DECLINED + anomaly.id());
    return store.read(tx -> tx.invoices().history(anomaly.invoiceId())).stream()
        .filter(entry -> entry.detail() != null && words.contains(entry.detail()))
        .reduce((_, later) -> later)
        .filter(entry -> entry.detail().startsWith(ASKED))
        .map(entry -> new Attempt(anomaly, entry.at()))
        .orElseGet(() -> new Attempt(anomaly, null));
  }

  /** What the bank calls the money. */
  static PaymentRef payment(Invoice invoice, Anomaly anomaly) {
    return new PaymentRef(
        invoice.tenantId(), invoice.kind(), anomaly.operationId(), invoice.revision().createdAt());
  }
}
