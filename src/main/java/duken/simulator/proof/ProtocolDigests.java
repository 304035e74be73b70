package duken.simulator.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

public final class ProtocolDigests {

  private ProtocolDigests() {}

  /** SHA-256. */
  public static byte[] sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  /** {@code pkTag}: MD5, lower hex, of the base64 text of the key, not of its bytes (section 2). */
  public static String pkTag(String pk) {
    return md5(pk);
  }

  /** {@code X-SU}: MD5, lower hex, of the whole address in lower case (section 5.3). */
  public static String ofAddress(String url) {
    return md5(url.toLowerCase(Locale.ROOT));
  }

  private static String md5(String text) {
    return HexFormat.of().formatHex(digest("MD5", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
