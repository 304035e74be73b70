package duken.engine.refund;

import duken.domain.Anomaly;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent.RefundCompleted;
import duken.domain.Money;
import duken.domain.Refund;
import duken.domain.Refund.Status;
import duken.domain.RefundDetail;
import duken.domain.Transition;
import duken.engine.runtime.BusyDevice;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.ProviderRouter;
import duken.engine.settlement.InvoiceHistoryWriter;
import duken.engine.settlement.Settlement;
import duken.provider.PaymentProvider;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.ReturnedSum;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes a refund that is written down to the bank and brings the bank's word back. Whoever calls
 * holds the invoice's turn.
 */
public final class RefundExecution {

  /** A bank may still be at work on a request whose answer was lost (cashier sheet, section 8). */
  static final Duration BEFORE_SENDING_AGAIN = Duration.ofSeconds(30);

  /** A bank that has taken a refund on and is not done after so long is left to a person. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private final Store store;
  private final InstantSource clock;
  private final ProviderRouter providers;
  private final Settlement settlement;
  private final CommitSignal commitSignal;

  public RefundExecution(
      Store store,
      InstantSource clock,
      ProviderRouter providers,
      Settlement settlement,
      CommitSignal commitSignal) {
    this.store = store;
    this.clock = clock;
    this.providers = providers;
    this.settlement = settlement;
    this.commitSignal = commitSignal;
  }

  /**
   * Sends a refund in {@code processing} that was not sent yet.
   *
   * @throws DomainRefusal PROVIDER_SESSION_INVALID when the bank wants a new sign-in,
   *     REFUND_AMOUNT_EXCEEDED and INVOICE_NOT_REFUNDABLE when the bank says so; it has failed then
   */
  RefundResult send(RefundResult it) {
    return switch (provider(it.invoice()).returned(RefundRequests.payment(it.invoice()))) {
      case ReturnedSum.Told(Money before) -> sent(it, before);
      case ReturnedSum.Untold() -> sent(it, null);
      case ReturnedSum.Silent(String code, boolean signedOut) ->
          declined(it, code, null, signedOut ? Why.SIGNED_OUT : Why.NOT_SENT);
    };
  }

  /** The same from the background, where there is time: when the bank is silent, later. */
  private RefundResult sendNow(RefundResult it) {
    return switch (provider(it.invoice()).returned(RefundRequests.payment(it.invoice()))) {
      case ReturnedSum.Told(Money before) -> begunAndSent(it, before);
      case ReturnedSum.Untold() -> begunAndSent(it, null);
      case ReturnedSum.Silent _ -> it;
    };
  }

  private RefundResult begunAndSent(RefundResult it, Money before) {
    return it.refund().state().status() == Status.PENDING
        ? begun(it).map(begun -> sent(begun, before)).orElse(it)
        : sent(it, before);
  }

  /**
   * Writes down that it leaves, and what the bank has returned until now: whatever happens
   * afterwards is judged by that.
   */
  private RefundResult sent(RefundResult it, Money before) {
    Refund leaving = it.refund().sending(before, clock.instant());
    if (!store.<Boolean>write(tx -> written(tx, leaving, Status.PROCESSING))) {
      return store.read(tx -> RefundResult.load(tx, it.invoice().id(), leaving.id()));
    }
    RefundResult left = new RefundResult(leaving, it.invoice());
    return switch (provider(it.invoice()).refund(RefundRequests.of(left))) {
      case ProviderReply.Accepted<RefundReceipt>(RefundReceipt receipt) -> receipt(left, receipt);
      case ProviderReply.Unknown<RefundReceipt> _ -> left;
      case ProviderReply.Declined<RefundReceipt>(String code, String message, Why why) ->
          declined(left, code, message, why);
    };
  }

  private RefundResult declined(RefundResult it, String code, String message, Why why) {
    RefundResult failed = failed(it, code, message);
    if ("terminal_busy".equals(code)) {
      String device = it.invoice().bank().details().metadata().get("till");
      throw BusyDevice.said(provider(it.invoice()), it.invoice(), device);
    }
    Optional<DomainRefusal> refusal = RefundRequests.refusal(code, message, why);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return failed;
  }

  /**
   * Finds out what became of a refund whose answer was lost or whose bank is slow, and sends one
   * that has waited or that the bank surely does not have.
   */
  public RefundResult resolve(long invoiceId, long refundId) {
    RefundResult it = store.read(tx -> RefundResult.load(tx, invoiceId, refundId));
    return switch (it.refund().state().status()) {
      case PENDING -> isFirst(it) ? sendNow(it) : it;
      case PROCESSING -> it.refund().isUnclear() ? it : asked(it);
      case COMPLETED, FAILED -> it;
    };
  }

  private RefundResult asked(RefundResult it) {
    Instant sentAt = it.refund().sending().sentAt();
    if (sentAt == null) {
      return sendNow(it);
    }
    Instant now = clock.instant();
    return switch (provider(it.invoice()).readRefund(RefundRequests.of(it))) {
      case RefundReading.Done(RefundReceipt receipt) -> receipt(it, receipt);
      case RefundReading.Failed(String code, String message) -> failed(it, code, message);
      case RefundReading.NotFound() ->
          now.isBefore(sentAt.plus(BEFORE_SENDING_AGAIN)) ? it : sendNow(it);
      case RefundReading.Undecided() -> unclear(it);
      case RefundReading.UnderWay() -> now.isBefore(sentAt.plus(PATIENCE)) ? it : unclear(it);
      case RefundReading.Silent _ -> it;
    };
  }

  /** A person has to say: its sum stays reserved, and later refunds do not wait for it. */
  private RefundResult unclear(RefundResult it) {
    return settled(
        it.refund().unclear(),
        (tx, invoice) -> {
          settlement.another(
              tx,
              invoice,
              Anomaly.Kind.REFUND_UNCLEAR,
              it.refund().terms().amount(),
              invoice.bank().operationId());
          return invoice;
        });
  }

  /**
   * A person has said what became of an unclear refund of this sum.
   *
   * @param returned whether the money went back
   */
  void decided(long invoiceId, Money amount, boolean returned) {
    Optional<RefundResult> unclear =
        store.read(
            tx ->
                tx.refunds().of(invoiceId).stream()
                    .filter(refund -> refund.isUnclear() && refund.terms().amount().equals(amount))
                    .findFirst()
                    .map(refund -> RefundResult.load(tx, invoiceId, refund.id())));
    unclear.ifPresent(
        it -> {
          if (returned) {
            completed(it, it.refund().state().providerRefundId());
          } else {
            failed(it, "refund_not_made", null);
          }
        });
  }

  /** One at a time: what was returned before tells whether a lost one went through. */
  private boolean isFirst(RefundResult it) {
    List<Refund> all = store.read(tx -> tx.refunds().of(it.invoice().id()));
    return all.stream()
        .filter(Refund::isInFlight)
        .noneMatch(
            other -> other.state().status() == Status.PROCESSING || other.id() < it.refund().id());
  }

  /** Empty when somebody else was first. */
  private Optional<RefundResult> begun(RefundResult it) {
    return store.write(
        tx -> {
          Invoice invoice = Settlement.locked(tx, it.invoice().id());
          Refund begun = it.refund().begun(invoice.state().refunds().refunded());
          return written(tx, begun, Status.PENDING)
              ? Optional.of(new RefundResult(begun, invoice))
              : Optional.empty();
        });
  }

  private RefundResult receipt(RefundResult it, RefundReceipt receipt) {
    if (receipt.done()) {
      return completed(it, receipt.refundId());
    }
    boolean known =
        receipt.refundId() == null
            || receipt.refundId().equals(it.refund().state().providerRefundId());
    if (known) {
      return it;
    }
    Refund named =
        it.refund().with(new Refund.State(Status.PROCESSING, receipt.refundId(), null, null, null));
    store.write(
        tx -> {
          if (receipt.returnQr() != null) {
            tx.refunds()
                .keepDetail(
                    named.id(),
                    new RefundDetail(receipt.returnQr(), receipt.returnQrExpiresAt(), false));
          }
          return tx.refunds().update(named, Status.PROCESSING);
        });
    return new RefundResult(named, it.invoice());
  }

  /** A refund that was made in the bank's own application is booked as it is. */
  RefundResult recorded(RefundResult it) {
    return completed(it, null);
  }

  private RefundResult completed(RefundResult it, String bankId) {
    Instant now = clock.instant();
    Refund done = it.refund().with(new Refund.State(Status.COMPLETED, bankId, null, null, now));
    return settled(
        done,
        (tx, invoice) -> {
          Money returned = invoice.state().refunds().refunded().plus(done.terms().amount());
          Settlement.Settled settled =
              settlement.settleRefund(
                  tx, invoice, freed(invoice, done), new RefundCompleted(returned));
          if (settled.transition() instanceof Transition.Rejected) {
            throw new IllegalStateException("refund " + done.id() + " fits no paid invoice");
          }
          return settled.invoice();
        });
  }

  private RefundResult failed(RefundResult it, String code, String message) {
    String bankId = it.refund().state().providerRefundId();
    Refund failed = it.refund().with(new Refund.State(Status.FAILED, bankId, code, message, null));
    return settled(
        failed, (tx, invoice) -> settlement.reserve(tx, invoice, freed(invoice, failed)));
  }

  private interface Effect {
    Invoice on(Tx tx, Invoice locked);
  }

  private RefundResult settled(Refund refund, Effect effect) {
    RefundResult outcome =
        store.write(
            tx -> {
              Invoice invoice = Settlement.locked(tx, refund.invoiceId());
              if (!written(tx, refund, Status.PROCESSING)) {
                return RefundResult.load(tx, invoice.id(), refund.id());
              }
              Invoice after = effect.on(tx, invoice);
              InvoiceHistoryWriter.refund(tx, after, refund, clock.instant());
              return new RefundResult(refund, after);
            });
    commitSignal.signal();
    return outcome;
  }

  private static boolean written(Tx tx, Refund refund, Status expected) {
    return tx.refunds().update(refund, expected);
  }

  private static Money freed(Invoice invoice, Refund refund) {
    return invoice.state().refunds().refunding().minus(refund.terms().amount());
  }

  private PaymentProvider provider(Invoice invoice) {
    return providers
        .of(invoice)
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.PROVIDER_NOT_CONFIGURED));
  }
}
