package duken.simulator.ledger;

import java.util.Set;

/** Status words this bank uses itself (section 7); an operator may set any other. */
public final class Words {

  public static final String QR_CREATED = "QrTokenCreated";
  public static final String QR_WAIT = "Wait";
  public static final String QR_DISCARDED = "QrTokenDiscarded";
  public static final String QR_NOT_CONFIRMED = "NotConfirmedByUser";
  public static final String QR_DECLINED = "CancelledByUser";
  public static final String BILL_CREATED = "RemotePaymentCreated";
  public static final String BILL_DECLINED = "RemotePaymentRejected";
  public static final String BILL_CANCELED = "RemotePaymentCanceled";
  public static final String EXPIRED = "Expired";
  public static final String PAID = "Processed";
  public static final String FAILED = "ProcessingFailed";

  private static final Set<String> PAID_WORDS =
      Set.of(PAID, "Paid", "RemotePaymentPaid", "RemotePaymentProcessed");
  private static final Set<String> SCANNED =
      Set.of(QR_WAIT, "QrTokenScanned", "PaymentConfirmation");
  private static final Set<String> OPEN_BILL =
      Set.of(
          BILL_CREATED,
          "WaitForRemotePayment",
          "WaitingForPayment",
          "RemotePaymentWait",
          "RemotePaymentNew");

  private Words() {}

  /** Whether the word says that money arrived. */
  public static boolean isPaid(String word) {
    return PAID_WORDS.contains(word);
  }

  /** Whether a customer holds this QR on the phone. */
  public static boolean isScanned(String word) {
    return SCANNED.contains(word);
  }

  /** Whether a bill waits for its customer. */
  public static boolean isOpenBill(String word) {
    return OPEN_BILL.contains(word);
  }

  /** The word in Russian, as {@code StatusDesc} has it. */
  public static String description(String word) {
    return switch (word) {
      case QR_CREATED -> "QR создан";
      case QR_WAIT, "QrTokenScanned" -> "Покупатель открыл платёж";
      case "PaymentConfirmation" -> "Платёж подтверждается";
      case QR_DISCARDED -> "QR не отсканирован вовремя";
      case QR_NOT_CONFIRMED -> "Платёж не подтверждён";
      case QR_DECLINED, BILL_DECLINED -> "Покупатель отказался";
      case BILL_CREATED -> "Счёт выставлен";
      case BILL_CANCELED -> "Счёт отозван";
      case EXPIRED, "RemotePaymentExpired" -> "Срок оплаты истёк";
      case FAILED -> "Платёж не прошёл";
      default -> isPaid(word) ? "Оплачено" : word;
    };
  }
}
