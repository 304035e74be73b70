package duken.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key to the gateway in full, {@code kpa_test_…} or {@code kpa_live_…} (gateway contract, section
 * 2). It is shown once and never stored; of it {@link #prefix} and {@link #digest} are kept. Its
 * text form is masked, so that it cannot slip into a log.
 *
 * @param whole the key itself
 */
public record ApiKeyText(String whole) {

  /**
   * What an unknown key is compared with, so that looking for it takes as long as for a known one.
   * No key has this digest.
   */
  public static final String DUMMY_DIGEST = "0".repeat(64);

  private static final Pattern FORM = Pattern.compile("kpa_(test|live)_[0-9A-Za-z]{32,128}");
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int BODY_LENGTH = 43;
  private static final int PREFIX_LENGTH = 13;
  private static final int SIDE_BEGINS = 4;
  private static final int SIDE_ENDS = 8;

  /**
   * @throws IllegalArgumentException when the text has not the form of a key; its message does not
   *     repeat the text
   */
  public ApiKeyText {
    if (!FORM.matcher(whole).matches()) {
      throw new IllegalArgumentException("not an API key");
    }
  }

  /**
   * Makes a new key with 256 random bits.
   *
   * @param side {@code test} or {@code live}
   */
  public static ApiKeyText mint(String side, SecureRandom random) {
    StringBuilder text = new StringBuilder("kpa_").append(side).append('_');
    for (int i = 0; i < BODY_LENGTH; i++) {
      text.append(BASE62.charAt(random.nextInt(BASE62.length())));
    }
    return new ApiKeyText(text.toString());
  }

  /** Reads a header's value; empty when it is missing or has not the form of a key. */
  public static Optional<ApiKeyText> parse(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new ApiKeyText(text))
        : Optional.empty();
  }

  /**
   * Compares two digests in a time that does not tell how much of them is equal.
   *
   * @return whether they are equal
   */
  public static boolean sameDigest(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code test} or {@code live}. */
  public String side() {
    return whole.substring(SIDE_BEGINS, SIDE_ENDS);
  }

  /** The first 13 characters, to find and to recognise it by: {@code kpa_test_9fQ2}. */
  public String prefix() {
    return whole.substring(0, PREFIX_LENGTH);
  }

  /** SHA-256 of the whole key, lower hex. */
  public String digest() {
    return Digests.sha256Hex(whole.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return prefix() + "…";
  }
}
