package duken.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of PINs by Argon2id, written in the PHC string format: {@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}. The cost stands in the text, so it can be raised without
 * breaking what was stored.
 */
public final class PinHash {

  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LEAST = 4;
  private static final int MOST = 6;
  private static final String FORM =
      "\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)";
  private static final Pattern PHC = Pattern.compile(FORM);

  private PinHash() {}

  /** Whether this text has the form of a PIN: 4 to 6 digits. */
  public static boolean isPin(String text) {
    return text != null
        && text.length() >= LEAST
        && text.length() <= MOST
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The hash of a PIN with a salt of its own. */
  public static String of(String pin, RandomGenerator random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = hash(pin, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES);
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(KIBIBYTES, PASSES, LANES, text.encodeToString(salt), text.encodeToString(hash));
  }

  /**
   * Whether this is the PIN that was hashed; compares in constant time.
   *
   * @throws IllegalArgumentException when the hash is not one of ours, without repeating it
   */
  public static boolean matches(String pin, String stored) {
    Matcher parts = PHC.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a hash of a PIN");
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] found =
        hash(
            pin,
            salt,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, found);
  }

  private static byte[] hash(
      String pin, byte[] salt, int kibibytes, int passes, int parallelism, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(parallelism)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(pin.getBytes(StandardCharsets.US_ASCII), hash);
    return hash;
  }
}
