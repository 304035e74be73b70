package duken.simulator.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one-time code a token carries at every call (section 5.6). */
public final class TokenCode {

  private static final String SUITE = "OCRA-1:HOTP-SHA256-6:QH64-T1M";
  private static final int QUESTION = 128;
  private static final int QUESTION_USED = 32;
  private static final int STEP_MILLIS = 30_000;

  private TokenCode() {}

  public static long step(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), STEP_MILLIS);
  }

  /**
   * The code of a step, six digits.
   *
   * @param secret null or empty gives {@code 000000}
   */
  public static String code(String serial, byte[] secret, long step) {
    if (secret == null || secret.length == 0) {
      return "000000";
    }
    byte[] digest = hmac(secret, data(serial, step));
    int offset = digest[digest.length - 1] & 0x0f;
    int number = ByteBuffer.wrap(digest).getInt(offset) & 0x7fff_ffff;
    return "%06d".formatted(number % 1_000_000);
  }

  private static byte[] data(String serial, long step) {
    String question = serial == null || serial.isEmpty() ? "00000000" : serial;
    byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(bytes, Math.min(bytes.length, QUESTION_USED));
    return ByteBuffer.allocate(SUITE.length() + 1 + QUESTION + Long.BYTES)
        .put(SUITE.getBytes(StandardCharsets.US_ASCII))
        .put((byte) 0)
        .put(Arrays.copyOf(cut, QUESTION))
        .putLong(step)
        .array();
  }

  private static byte[] hmac(byte[] secret, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
