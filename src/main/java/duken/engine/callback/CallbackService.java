package duken.engine.callback;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.CanonicalStatus;
import duken.domain.Invoice;
import duken.engine.runtime.CommitSignal;
import duken.engine.runtime.InvoiceLocks;
import duken.engine.runtime.InvoiceLocks.Lock;
import duken.engine.runtime.ProviderRouter;
import duken.engine.settlement.PaymentEndPolicy;
import duken.engine.settlement.Settlement;
import duken.engine.sync.PaymentSync;
import duken.provider.PaymentProvider;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.Paid;
import duken.provider.ProviderReading.Silent;
import duken.provider.ProviderReading.Waiting;
import duken.provider.callback.CallbackRequest;
import duken.provider.callback.CallbackVerdict;
import duken.provider.callback.CallbackVerdict.Mismatch;
import duken.provider.callback.CallbackVerdict.Repeated;
import duken.provider.callback.CallbackVerdict.UnknownPayment;
import duken.provider.callback.CallbackVerdict.Unreadable;
import duken.provider.callback.CallbackVerdict.Unverified;
import duken.provider.callback.CallbackVerdict.Verified;
import duken.provider.callback.CallbackVerifier;
import duken.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from a bank's own call (ePay sheet, section 6). What it says is checked against the
 * bank itself before anything is settled; only while the bank is silent does a message that proves
 * itself whole count alone. Copies of a message wait for each other's turn, and one of them
 * settles.
 */
public final class CallbackService {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackService.class);

  private final Map<String, CallbackVerifier> verifiers;
  private final Store store;
  private final ProviderRouter providers;
  private final PaymentSync inquiry;
  private final Settlement settlement;
  private final CallbackSettlement writer;
  private final InvoiceLocks invoiceLocks;
  private final CommitSignal commitSignal;
  private final InstantSource clock;

  public CallbackService(
      Map<String, CallbackVerifier> verifiers,
      Store store,
      ProviderRouter providers,
      PaymentSync inquiry,
      Settlement settlement,
      InvoiceLocks invoiceLocks,
      CommitSignal commitSignal,
      InstantSource clock) {
    this.verifiers = Map.copyOf(verifiers);
    this.store = store;
    this.providers = providers;
    this.inquiry = inquiry;
    this.settlement = settlement;
    this.writer = new CallbackSettlement(store, settlement, commitSignal, clock);
    this.invoiceLocks = invoiceLocks;
    this.commitSignal = commitSignal;
    this.clock = clock;
  }

  /** What the bank is answered. */
  public enum Receipt {
    /** Verified and dealt with, or known already. */
    ACCEPTED,
    UNREADABLE,
    /** Not proven to be the bank's. */
    UNVERIFIED,
    /** About no payment of this shop. */
    UNKNOWN_PAYMENT,
    /** About a payment that has failed already; nothing changed. */
    ALREADY_FAILED,
    /** It does not fit the payment; a person has to look. */
    MISMATCH,
    /** Not now: it may be sent again. */
    TRY_AGAIN
  }

  /**
   * A bank's call as it came.
   *
   * @param provider whose address it came to
   * @param reference the shop's, out of the address
   * @param failure whether it came to the address for failures
   * @param headers by lower-case name
   * @param body the very bytes
   * @param source address it came from, proxies accounted for
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
  public record Incoming(
      String provider,
      String reference,
      boolean failure,
      Map<String, List<String>> headers,
      byte[] body,
      String source) {

    @Override
    public String toString() {
      return "Incoming[" + provider + "]";
    }
  }

  /** Deals with a callback. Blocks while the bank is asked. */
  public Receipt receive(Incoming call) {
    String provider = call.provider();
    CallbackRequest request =
        new CallbackRequest(
            call.reference(), call.failure(), call.headers(), call.body(), call.source());
    CallbackVerifier verifier = verifiers.get(provider);
    if (verifier == null) {
      return Receipt.UNKNOWN_PAYMENT;
    }
    CallbackVerdict verdict = verifier.verify(request);
    return switch (verdict) {
      case Unreadable _ -> Receipt.UNREADABLE;
      case Unverified _ -> {
        LOG.warn("a callback of {} was refused: it is not proven to be the bank's", provider);
        yield Receipt.UNVERIFIED;
      }
      case UnknownPayment _ -> Receipt.UNKNOWN_PAYMENT;
      case Repeated _ -> Receipt.ACCEPTED;
      case Mismatch mismatch -> mismatch(mismatch);
      case Verified verified -> verified(provider, verifier, verified);
    };
  }

  /** What a message has led to. */
  private record Result(Receipt receipt, boolean last) {}

  private Receipt verified(String provider, CallbackVerifier verifier, Verified callback) {
    Optional<PaymentProvider> caller = providers.named(provider);
    if (caller.isEmpty()) {
      return Receipt.TRY_AGAIN;
    }
    try (Lock _ = invoiceLocks.hold(callback.invoiceId())) {
      Invoice invoice = store.read(tx -> tx.invoices().find(callback.invoiceId())).orElseThrow();
      Result result =
          switch (CanonicalStatus.of(invoice.state().status())) {
            case PENDING -> pending(caller.get(), invoice, callback);
            case COMPLETED, REFUNDED -> completed(caller.get(), invoice, callback);
            case FAILED -> failed(caller.get(), callback);
          };
      if (result.last()) {
        verifier.processed(callback);
      }
      return result.receipt();
    }
  }

  private Result pending(PaymentProvider provider, Invoice invoice, Verified callback) {
    PaymentRef payment = callback.payment();
    ProviderReading asked = asked(provider, payment);
    ProviderReading counts =
        asked instanceof Silent && !callback.mustConfirm() ? callback.reading() : asked;
    boolean current = isCurrent(invoice, payment);
    return switch (counts) {
      case Paid paid -> {
        writer.paid(invoice.id(), payment, paid);
        yield new Result(Receipt.ACCEPTED, true);
      }
      case Ended ended when current -> {
        if (PaymentEndPolicy.next(invoice, ended.ending(), clock.instant(), provider.renewsQr())
            instanceof PaymentEndPolicy.Next.Settle(var fact)) {
          writer.ended(invoice, payment, ended, fact);
        } else {
          inquiry.digest(invoice.id(), payment.operationId(), ended);
        }
        yield new Result(Receipt.ACCEPTED, true);
      }
      case Silent _ ->
          new Result(
              callback.reading() instanceof Waiting ? Receipt.ACCEPTED : Receipt.TRY_AGAIN, false);
      default -> {
        if (current) {
          inquiry.digest(invoice.id(), payment.operationId(), counts);
        }
        yield new Result(Receipt.ACCEPTED, false);
      }
    };
  }

  /** Nothing is done twice; but another payment of the same invoice is money nobody asked for. */
  private Result completed(PaymentProvider provider, Invoice invoice, Verified callback) {
    PaymentRef payment = callback.payment();
    boolean other =
        callback.reading() instanceof Paid
            && payment.operationId() != null
            && !payment.operationId().equals(invoice.bank().operationId());
    if (other && confirmed(provider, callback) instanceof Paid paid) {
      writer.paid(invoice.id(), payment, paid);
    }
    return new Result(Receipt.ACCEPTED, true);
  }

  /** The status stays; money that came all the same is for a person to decide on. */
  private Result failed(PaymentProvider provider, Verified callback) {
    if (callback.reading() instanceof Paid && confirmed(provider, callback) instanceof Paid paid) {
      writer.paid(callback.invoiceId(), callback.payment(), paid);
    }
    return new Result(Receipt.ALREADY_FAILED, false);
  }

  private ProviderReading confirmed(PaymentProvider provider, Verified callback) {
    ProviderReading asked = asked(provider, callback.payment());
    return asked instanceof Silent && !callback.mustConfirm() ? callback.reading() : asked;
  }

  private static ProviderReading asked(PaymentProvider provider, PaymentRef payment) {
    return payment.operationId() == null
        ? new Silent("payment_unnamed", false, null)
        : provider.read(payment);
  }

  private Receipt mismatch(Mismatch mismatch) {
    store.write(
        tx -> {
          Invoice locked = Settlement.locked(tx, mismatch.invoiceId());
          settlement.odd(
              tx, locked, Anomaly.Kind.AMOUNT_DIFFERS, mismatch.amount(), mismatch.operationId());
          return null;
        });
    commitSignal.signal();
    return Receipt.MISMATCH;
  }

  private boolean isCurrent(Invoice invoice, PaymentRef payment) {
    return store
        .read(tx -> tx.operations().newestOf(invoice.id()))
        .map(BankOperation::operationId)
        .filter(it -> Objects.equals(it, payment.operationId()))
        .isPresent();
  }
}
