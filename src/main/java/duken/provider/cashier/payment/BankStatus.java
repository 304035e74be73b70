package duken.provider.cashier.payment;

import duken.domain.PayerProgress;
import duken.provider.ProviderReading.Ending;
import java.util.Map;

/** What the bank's status words mean (cashier sheet, section 7). Compared exactly, trimmed only. */
sealed interface BankStatus {

  /** Unpaid; money may still come. */
  record Open(PayerProgress payerProgress) implements BankStatus {}

  /** Paid. Absorbing: a later different word changes nothing. */
  record Paid() implements BankStatus {}

  /** Over without money. */
  record Over(Ending ending) implements BankStatus {}

  /** A word nobody knows: not terminal, nothing changes. */
  record Strange(String word) implements BankStatus {}

  /** The meaning of a word; null and empty are strange too. */
  static BankStatus of(String word) {
    String trimmed = word == null ? "" : word.trim();
    BankStatus known = Table.WORDS.get(trimmed);
    return known == null ? new Strange(trimmed) : known;
  }

  /** The sheet's table. */
  final class Table {
    private static final Map<String, BankStatus> WORDS =
        Map.ofEntries(
            Map.entry("QrTokenCreated", new Open(PayerProgress.WAITING)),
            Map.entry("QrTokenScanned", new Open(PayerProgress.SCANNED)),
            Map.entry("Wait", new Open(PayerProgress.SCANNED)),
            Map.entry("PaymentConfirmation", new Open(PayerProgress.CONFIRMING)),
            Map.entry("RemotePaymentCreated", new Open(PayerProgress.WAITING)),
            Map.entry("WaitForRemotePayment", new Open(PayerProgress.WAITING)),
            Map.entry("WaitingForPayment", new Open(PayerProgress.WAITING)),
            Map.entry("RemotePaymentWait", new Open(PayerProgress.WAITING)),
            Map.entry("RemotePaymentNew", new Open(PayerProgress.WAITING)),
            Map.entry("Processed", new Paid()),
            Map.entry("Paid", new Paid()),
            Map.entry("RemotePaymentPaid", new Paid()),
            Map.entry("RemotePaymentProcessed", new Paid()),
            Map.entry("QrTokenDiscarded", new Over(Ending.NEVER_OPENED)),
            Map.entry("Expired", new Over(Ending.RAN_OUT)),
            Map.entry("RemotePaymentExpired", new Over(Ending.RAN_OUT)),
            Map.entry("CancelledByUser", new Over(Ending.CUSTOMER_DECLINED)),
            Map.entry("NotConfirmedByUser", new Over(Ending.CUSTOMER_LEFT)),
            Map.entry("RemotePaymentRejected", new Over(Ending.CUSTOMER_DECLINED)),
            Map.entry("RemotePaymentCanceled", new Over(Ending.WITHDRAWN)),
            Map.entry("RemotePaymentCancelled", new Over(Ending.WITHDRAWN)),
            Map.entry("CancelledByExternalSource", new Over(Ending.CANCELLED_ELSEWHERE)),
            Map.entry("ProcessingFailed", new Over(Ending.REJECTED)),
            Map.entry("Rejected", new Over(Ending.REJECTED)),
            Map.entry("InsufficientFunds", new Over(Ending.REJECTED)),
            Map.entry("InsufficientFundsError", new Over(Ending.REJECTED)),
            Map.entry("RemotePaymentDeclined", new Over(Ending.REJECTED)),
            Map.entry("RemotePaymentFailed", new Over(Ending.REJECTED)),
            Map.entry("Error", new Over(Ending.FAILED)),
            Map.entry("RemotePaymentError", new Over(Ending.FAILED)),
            Map.entry("IrisSrcBlockCode1", new Over(Ending.REJECTED)),
            Map.entry("IrisSrcBlockCode3", new Over(Ending.REJECTED)),
            Map.entry("IrisSrcBlockCode9", new Over(Ending.REJECTED)),
            Map.entry("IrisDestBlockCode3", new Over(Ending.REJECTED)),
            Map.entry("IrisDestBlockCode5", new Over(Ending.REJECTED)),
            Map.entry("IrisDestBlockCode7", new Over(Ending.REJECTED)),
            Map.entry("IrisDestBlockCode10", new Over(Ending.REJECTED)));

    private Table() {}
  }
}
