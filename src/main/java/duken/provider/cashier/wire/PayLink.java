package duken.provider.cashier.wire;

/** From the link that any bank's app reads to the one that opens the bank's own (sheet, 5.8). */
public final class PayLink {

  private PayLink() {}

  /** Text without the known beginning stays as it is. */
  public static String of(String qrToken, String qrPrefix, String payPrefix) {
    return qrToken.startsWith(qrPrefix)
        ? payPrefix + qrToken.substring(qrPrefix.length())
        : qrToken;
  }
}
