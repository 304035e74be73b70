package duken.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests everything here is made of. Every JDK has them. */
public final class Digests {

  private static final String HMAC = "HmacSHA256";

  private Digests() {}

  /** SHA-256, lower hex, 64 characters. */
  public static String sha256Hex(byte[] data) {
    return HexFormat.of().formatHex(sha256().digest(data));
  }

  /**
   * SHA-256 of what a stream still holds, lower hex, 64 characters.
   *
   * @throws IOException when it cannot be read
   */
  public static String sha256Hex(InputStream data) throws IOException {
    MessageDigest digest = sha256();
    byte[] piece = new byte[8192];
    for (int read = data.read(piece); read >= 0; read = data.read(piece)) {
      digest.update(piece, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  /** HMAC-SHA256, lower hex, 64 characters. */
  public static String hmacSha256Hex(byte[] key, byte[] data) {
    return HexFormat.of().formatHex(hmac(HMAC, key, data));
  }

  /** HMAC-SHA512, lower hex, 128 characters. */
  public static String hmacSha512Hex(byte[] key, byte[] data) {
    return HexFormat.of().formatHex(hmac("HmacSHA512", key, data));
  }

  /** Compares two texts in a time that does not tell how much of them is equal. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC-SHA256 of the parts one after the other, 32 bytes. */
  static byte[] hmacSha256(byte[] key, byte[]... parts) {
    return hmac(HMAC, key, parts);
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + algorithm, e);
    }
  }
}
