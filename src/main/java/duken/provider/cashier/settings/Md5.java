package duken.provider.cashier.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** MD5 where the bank's protocol asks for it; it protects nothing (cashier sheet, 2 and 5.3). */
public final class Md5 {

  private Md5() {}

  /** {@code X-SU}: of the whole request URL, lower-cased (section 5.3). */
  public static String ofUrl(String url) {
    return hex(url.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }

  /** {@code pkTag}: of the base64 text, not of the bytes (section 2). */
  public static String ofPk(String pk) {
    return hex(pk.getBytes(StandardCharsets.US_ASCII));
  }

  public static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no MD5 here", e);
    }
  }
}
