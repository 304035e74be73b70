package duken.provider.cashier.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that prove the token's secret for half a minute (cashier sheet, section 5.6). */
public final class TokenMac {

  private static final byte[] SUITE =
      "OCRA-1:HOTP-SHA256-6:QH64-T1M".getBytes(StandardCharsets.US_ASCII);
  private static final String NO_SERIAL = "00000000";
  private static final int QUESTION_BYTES = 128;
  private static final int SERIAL_BYTES = 32;
  private static final long STEP_MILLIS = 30_000;

  private TokenMac() {}

  /**
   * @param serial of the token, or null
   * @param secret agreed secret, or null
   * @param epochMillis the instant that {@code X-Time} shows
   */
  public static String compute(String serial, byte[] secret, long epochMillis) {
    if (secret == null || secret.length == 0) {
      return "000000";
    }
    byte[] hmac = hmac(secret, data(serial, epochMillis));
    int offset = hmac[hmac.length - 1] & 0x0f;
    int code = ByteBuffer.wrap(hmac, offset, 4).getInt() & 0x7fff_ffff;
    return "%06d".formatted(code % 1_000_000);
  }

  public static byte[] data(String serial, long epochMillis) {
    String question = serial == null || serial.isEmpty() ? NO_SERIAL : serial;
    byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
    ByteBuffer data = ByteBuffer.allocate(SUITE.length + 1 + QUESTION_BYTES + Long.BYTES);
    data.put(SUITE).put((byte) 0).put(bytes, 0, Math.min(bytes.length, SERIAL_BYTES));
    data.position(SUITE.length + 1 + QUESTION_BYTES);
    data.putLong(Math.floorDiv(epochMillis, STEP_MILLIS));
    return data.array();
  }

  public static byte[] hmac(byte[] secret, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HmacSHA256 here", e);
    }
  }
}
