package duken.provider.kaspipay.wire;

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
  public static final long REFUND_TOO_LARGE = -99000005;
  public static final long REFUND_FAILED = -99000006;
  public static final long NOT_REFUNDABLE = -99000011;
  public static final long NO_PARTIAL_REFUND = -99000020;
  public static final long TRADE_POINT_OFF = 990000018;
  public static final long NO_QR_HERE = 990000026;
  public static final long WRONG_SUM = 990000028;

  private StatusCode() {}

  /** Whether the bank says that it does not know this payment: never a failure of it. */
  public static boolean isNotFound(long code) {
    return code == PURCHASE_NOT_FOUND || code == PURCHASE_ID_NOT_FOUND;
  }

  /** A stable lower-snake word for the code, {@code bank_code_minus_1502}. */
  public static String word(long code) {
    return "bank_code_" + (code < 0 ? "minus_" + -code : String.valueOf(code));
  }
}
