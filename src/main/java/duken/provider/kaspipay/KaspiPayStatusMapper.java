package duken.provider.kaspipay;

import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentDetails;
import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReading.Waiting;
import duken.provider.kaspipay.PaymentTimings.Timing;
import duken.provider.kaspipay.wire.BankFields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What the bank's status words mean (Kaspi Pay sheet, sections 6, 7 and 9). */
final class KaspiPayStatusMapper {

  private static final Logger LOG = LoggerFactory.getLogger(KaspiPayStatusMapper.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int LONGEST_FACT = 200;
  private static final Duration BILL_LIFE = Duration.ofHours(24);
  private static final Duration BILL_UNASKED = Duration.ofHours(24);

  private final Set<String> strange = ConcurrentHashMap.newKeySet();
  private final PaymentTimings timings;
  private final Duration billPoll;
  private final InstantSource clock;

  /**
   * @param billPoll pause between two questions about a bill; zero for none by itself
   */
  KaspiPayStatusMapper(PaymentTimings timings, Duration billPoll, InstantSource clock) {
    this.timings = timings;
    this.billPoll = billPoll;
    this.clock = clock;
  }

  /** The pause that the bank dictated when it opened the payment. */
  Duration firstPause(String paymentId) {
    return timings.of(paymentId).poll();
  }

  /** Whether the word says that money came, returned or not. */
  static boolean isPaid(JsonNode data) {
    return switch (word(data)) {
      case "Processed",
          "Refunded",
          "Returned",
          "Paid",
          "RemotePaymentPaid",
          "RemotePaymentProcessed" ->
          true;
      default -> false;
    };
  }

  /**
   * What the answer means.
   *
   * @param refunded what was returned so far, or null when it was not asked for
   */
  ProviderReading reading(PaymentRef ref, JsonNode data, Money refunded) {
    String word = word(data);
    Timing timing = timings.of(ref.operationId());
    return switch (word) {
      case "QrTokenCreated",
          "RemotePaymentCreated",
          "WaitForRemotePayment",
          "WaitingForPayment",
          "RemotePaymentWait",
          "RemotePaymentNew" ->
          waiting(ref, timing, word, PayerProgress.WAITING);
      case "Wait", "QrTokenScanned", "PaymentConfirmation" ->
          waiting(
              ref, timings.opened(ref.operationId(), clock.instant()), word, PayerProgress.SCANNED);
      case "Processed",
          "Refunded",
          "Returned",
          "Paid",
          "RemotePaymentPaid",
          "RemotePaymentProcessed" ->
          new ProviderReading.Paid(
              null, BankFields.money(data, "Amount"), null, refunded, word, details(data));
      case "RemotePaymentCanceled", "RemotePaymentCancelled" -> new Ended(Ending.WITHDRAWN, word);
      case "Error" -> new Ended(ending(ref, timing), word);
      case "QrTokenDiscarded" -> new Ended(Ending.NEVER_OPENED, word);
      case "Expired", "RemotePaymentExpired" -> new Ended(Ending.RAN_OUT, word);
      case "CancelledByUser", "RemotePaymentRejected" -> new Ended(Ending.CUSTOMER_DECLINED, word);
      case "NotConfirmedByUser" -> new Ended(Ending.CUSTOMER_LEFT, word);
      case "CancelledByExternalSource" -> new Ended(Ending.CANCELLED_ELSEWHERE, word);
      case "ProcessingFailed",
          "Rejected",
          "InsufficientFunds",
          "InsufficientFundsError",
          "RemotePaymentDeclined",
          "RemotePaymentFailed",
          "IrisSrcBlockCode1",
          "IrisSrcBlockCode3",
          "IrisSrcBlockCode9",
          "IrisDestBlockCode3",
          "IrisDestBlockCode5",
          "IrisDestBlockCode7",
          "IrisDestBlockCode10" ->
          new Ended(Ending.REJECTED, word);
      case "RemotePaymentError" -> new Ended(Ending.FAILED, word);
      default -> {
        if (strange.size() < 100 && strange.add(word)) {
          LOG.warn("the bank said a status word nobody knows; nothing changes");
        }
        yield waiting(ref, timing, word, PayerProgress.WAITING);
      }
    };
  }

  private Ending ending(PaymentRef ref, Timing timing) {
    Instant now = clock.instant();
    if (ref.kind() == PaymentKind.PHONE) {
      return now.isBefore(ref.openedAt().plus(BILL_LIFE)) ? Ending.REJECTED : Ending.RAN_OUT;
    }
    if (timing.firstWait() != null) {
      // The customer opened it up to one pause before it was seen.
      return now.isBefore(timing.firstWait().plus(timing.confirm()).minus(timing.poll()))
          ? Ending.REJECTED
          : Ending.CUSTOMER_LEFT;
    }
    if (ref.wasOpened()) {
      // Seen before a restart, nobody knows when: it is never shown anew.
      return now.isBefore(ref.openedAt().plus(timing.confirm()))
          ? Ending.REJECTED
          : Ending.CUSTOMER_LEFT;
    }
    return now.isBefore(ref.openedAt().plus(timing.scan())) ? Ending.REJECTED : Ending.NEVER_OPENED;
  }

  private Waiting waiting(PaymentRef ref, Timing timing, String word, PayerProgress payerProgress) {
    return new Waiting(payerProgress, false, word, pause(ref, timing));
  }

  /** As the bank dictates; ever more rarely once its own time is over (section 9). */
  private Duration pause(PaymentRef ref, Timing timing) {
    if (ref.kind() == PaymentKind.PHONE) {
      return billPoll.isZero() ? BILL_UNASKED : billPoll;
    }
    Instant end =
        timing.firstWait() == null
            ? ref.openedAt().plus(timing.scan()).plus(timing.confirm())
            : timing.firstWait().plus(timing.confirm());
    Duration over = Duration.between(end, clock.instant());
    if (over.isNegative()) {
      return timing.poll();
    }
    Duration grown = timing.poll().plus(over);
    return grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
  }

  private static PaymentDetails details(JsonNode data) {
    Map<String, String> facts = new TreeMap<>();
    fact(data, "TransactionId", "transaction_id", facts);
    fact(data, "ProductType", "product_type", facts);
    fact(data, "LoanOfferName", "loan_offer", facts);
    fact(data, "LoanTerm", "loan_term", facts);
    return PaymentDetails.of(null, facts);
  }

  private static void fact(JsonNode data, String field, String name, Map<String, String> facts) {
    String said = BankFields.text(data, field);
    if (said != null && said.length() <= LONGEST_FACT) {
      facts.put(name, said);
    }
  }

  private static String word(JsonNode data) {
    String word = BankFields.text(data, "Status");
    return word == null ? "" : word;
  }
}
