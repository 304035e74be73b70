package duken.provider;

import duken.domain.Capability;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.provider.history.OperationHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * A way to a bank: a payment provider. Calls block, never longer than the provider's own time
 * limits, are safe from any thread, and never throw for anything a network or a bank does: that is
 * what the replies are for.
 */
public interface PaymentProvider {

  /** Short name that is stored with invoices, {@code sandbox}. */
  String name();

  Set<Capability> capabilities();

  /** What this provider can do for this shop, whose contract may leave something out. */
  default Set<Capability> capabilities(long tenantId) {
    return capabilities();
  }

  /** Whether this shop's money can take this provider now. */
  Connection connection(long tenantId);

  /** How gently the bank wants to be asked. */
  Pace pace();

  /** How long after the bank opened this payment it wants to be asked about it first. */
  default Duration firstQuestion(PaymentRef opened) {
    return pace().firstQuestion();
  }

  /** Whether sums with tiyn are taken, or whole tenge only. */
  default boolean takesTiyn(PaymentKind kind) {
    return true;
  }

  /**
   * Whether a bank's QR may run out before its invoice does, and is then followed by a fresh one
   * (cashier sheet, section 8). Without it, running out is the last word.
   */
  default boolean renewsQr() {
    return false;
  }

  /**
   * Whether the bank knows no way to withdraw an unpaid payment: it is left to run out, and its
   * invoice is closed when its own time is over, unless the bank holds the money.
   */
  default boolean closesLocally() {
    return false;
  }

  /**
   * For payments that must not be asked about at an interval: how long after one look of a person
   * the next may ask the bank again. Empty where the poller asks by itself.
   */
  default Optional<Duration> asksWhenLookedAt(PaymentKind kind) {
    return Optional.empty();
  }

  /**
   * Whether nothing of ours reaches the bank with the request, and nobody can pay what it opens
   * until he is shown it: then a crash that takes the intent away leaves nothing to look for.
   */
  default boolean opensUnseen(PaymentKind kind) {
    return false;
  }

  /** Asks the bank for a QR or sends a bill. An unknown outcome must be looked up, not repeated. */
  ProviderReply<OpenedPayment> open(PaymentRequest request);

  ProviderReading read(PaymentRef payment);

  /**
   * What the bank says of payments that are due together, be it only one; a provider with a bulk
   * question asks it instead of many single ones. Payments missing in the result were not asked
   * about.
   */
  default Map<PaymentRef, ProviderReading> readAll(Collection<PaymentRef> payments) {
    Map<PaymentRef, ProviderReading> readings = new LinkedHashMap<>();
    payments.forEach(payment -> readings.put(payment, read(payment)));
    return readings;
  }

  /**
   * About how many payments one {@link #readAll} asks in a single call; 1 without a bulk question.
   */
  default int bulk() {
    return 1;
  }

  /**
   * Of a shop's closed payments, those of which the bank's history tells something else than we
   * believe: money that came late, or was returned in the merchant's own telephone (cashier sheet,
   * section 8). Asks no question without a history.
   *
   * @param since how far back the history is read, UTC
   */
  default Differences differing(ClosedPayments closed, Instant since) {
    return Differences.NONE;
  }

  /** The bank's own list of payments and returns, where it can be read. */
  default Optional<OperationHistory> history() {
    return Optional.empty();
  }

  /**
   * Lets the bank call us. The listener gets the id of an invoice something has happened to; it
   * returns at once, and the bank is then asked: a hint is never believed by itself. One listener.
   */
  default void onHint(LongConsumer listener) {}

  /** The device its operations run on, where there is only one for each shop. */
  default Optional<SingleDevice> device() {
    return Optional.empty();
  }

  /** Looks for a payment whose opening was not answered. */
  Lookup find(PaymentRequest request);

  /**
   * The shop wants this payment no longer: from now on nobody takes what the bank only holds. Calls
   * nobody; after a restart {@link PaymentRef#isUnwanted} says it.
   */
  default void unwanted(PaymentRef payment) {}

  /** Asks the bank to withdraw an unpaid payment. Payment may still win: read it afterwards. */
  ProviderReply<Withdrawn> cancel(PaymentRef payment);

  /**
   * What the bank has given back of a paid payment so far. Read and stored before each refund is
   * sent, so that a lost answer can be judged by the bank's own sums.
   */
  default ReturnedSum returned(PaymentRef payment) {
    return new ReturnedSum.Untold();
  }

  /** Asks the bank to return money. An unknown outcome must be looked up, not repeated. */
  ProviderReply<RefundReceipt> refund(RefundRequest request);

  /** What became of a refund whose answer was lost or whose bank is slow. */
  RefundReading readRefund(RefundRequest request);

  /** The name the bank knows this customer by. Only with {@link Capability#PAYER_LOOKUP}. */
  ProviderReply<PayerName> payer(long tenantId, Phone phone);

  /** The bank agreed to withdraw. */
  record Withdrawn() {}

  /** A customer's name as the bank shows it to shops. */
  record PayerName(String name) {}
}
