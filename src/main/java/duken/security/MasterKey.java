package duken.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that secrets at rest are encrypted with: 256 bits, and an id that is stored beside every
 * ciphertext so that the key can be rotated (gateway contract, section 18). Its text form shows the
 * id only.
 */
public final class MasterKey {

  /** How many bytes an id has. */
  static final int ID_BYTES = 8;

  private static final int KEY_BYTES = 32;
  private static final byte[] ID_LABEL = "duken master key id".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final byte[] id;

  /**
   * @param bytes exactly 32
   * @throws IllegalArgumentException when there are more or fewer
   */
  public MasterKey(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("a master key has 32 bytes");
    }
    this.bytes = bytes.clone();
    this.id = Arrays.copyOf(Digests.hmacSha256(this.bytes, ID_LABEL), ID_BYTES);
  }

  public static MasterKey mint(SecureRandom random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return new MasterKey(bytes);
  }

  /**
   * Reads 64 hex digits, or 32 bytes in base64 of either alphabet.
   *
   * @throws IllegalArgumentException when it is neither; the message does not repeat the text
   */
  public static MasterKey parse(String text) {
    String trimmed = text.strip();
    try {
      if (trimmed.length() == 2 * KEY_BYTES) {
        return new MasterKey(HexFormat.of().parseHex(trimmed));
      }
      String urlSafe = trimmed.replace('+', '-').replace('/', '_');
      return new MasterKey(Base64.getUrlDecoder().decode(urlSafe));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a master key is 32 random bytes as base64 or as 64 hex digits");
    }
  }

  /** The key as base64, for the place it is kept in and nowhere else. */
  public String toText() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** What tells it from other keys, 16 hex digits; nothing about the key follows from it. */
  public String id() {
    return HexFormat.of().formatHex(id);
  }

  byte[] idBytes() {
    return id.clone();
  }

  SecretKey aes() {
    return new SecretKeySpec(bytes, "AES");
  }

  @Override
  public String toString() {
    return "master key " + id();
  }
}
