package duken.provider.kaspipay.wire;

import java.util.Map;

/** Codes with a reaction of their own (Kaspi Pay sheet, section 8); the sign counts. */
public final class StatusCode {

  public static final long DONE = 0;
  public static final long BUSY = -999;
  public static final long CALLER_UNKNOWN = -10000;
  public static final long DEVICE_UNKNOWN = -1501;
  public static final long DEVICE_OFF = -1502;
  public static final long DEVICE_ELSEWHERE = -1503;
  public static final long PURCHASE_NOT_FOUND = -1601;
  public static final long NO_TRADE_POINTS = -14000002;
  public static final long PURCHASE_ID_NOT_FOUND = -99000001;
  public static final long TRADE_POINT_NOT_FOUND = -99000002;
  public static final long PURCHASE_ELSEWHERE = -99000003;
  public static final long REFUND_TOO_LARGE = -99000005;
  public static final long REFUND_FAILED = -99000006;
  public static final long NOT_REFUNDABLE = -99000011;
  public static final long NO_PARTIAL_REFUND = -99000020;
  public static final long TRADE_POINT_OFF = 990000018;
  public static final long NO_QR_HERE = 990000026;
  public static final long WRONG_SUM = 990000028;
  public static final long NO_PAYMENT_METHODS = 990000033;

  private static final String NOT_FOUND = "purchase_not_found";
  private static final String PHONE_REFUSED = "phone_refused";

  /** What a person is told by: words in three languages stand under these. */
  private static final Map<Long, String> WORDS =
      Map.ofEntries(
          Map.entry(BUSY, "bank_busy"),
          Map.entry(CALLER_UNKNOWN, "credentials_refused"),
          Map.entry(DEVICE_UNKNOWN, "device_unknown"),
          Map.entry(DEVICE_OFF, "device_off"),
          Map.entry(DEVICE_ELSEWHERE, "device_elsewhere"),
          Map.entry(PURCHASE_NOT_FOUND, NOT_FOUND),
          Map.entry(PURCHASE_ID_NOT_FOUND, NOT_FOUND),
          Map.entry(NO_TRADE_POINTS, "no_trade_points"),
          Map.entry(TRADE_POINT_NOT_FOUND, "trade_point_not_found"),
          Map.entry(PURCHASE_ELSEWHERE, "purchase_elsewhere"),
          Map.entry(REFUND_TOO_LARGE, "refund_amount_exceeded"),
          Map.entry(REFUND_FAILED, "refund_failed"),
          Map.entry(NOT_REFUNDABLE, "not_refundable"),
          Map.entry(NO_PARTIAL_REFUND, "partial_refund_impossible"),
          Map.entry(TRADE_POINT_OFF, "trade_point_off"),
          Map.entry(NO_QR_HERE, "no_qr_here"),
          Map.entry(WRONG_SUM, "amount_refused"),
          Map.entry(990000029L, PHONE_REFUSED),
          Map.entry(990000031L, PHONE_REFUSED),
          Map.entry(990000032L, PHONE_REFUSED),
          Map.entry(NO_PAYMENT_METHODS, "no_payment_methods"));

  private StatusCode() {}

  /** A stable lower-snake word, {@code device_off}; {@code bank_code_minus_1401} for the others. */
  public static String word(long code) {
    String known = WORDS.get(code);
    return known == null
        ? "bank_code_" + (code < 0 ? "minus_" + -code : String.valueOf(code))
        : known;
  }
}
