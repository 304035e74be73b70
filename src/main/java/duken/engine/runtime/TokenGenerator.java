package duken.engine.runtime;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Unguessable and unique names. */
public final class TokenGenerator {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int MARK_LENGTH = 10;
  private static final int TOKEN_BYTES = 16;

  private final RandomGenerator random;

  /**
   * @param random a secure one, except in tests
   */
  public TokenGenerator(RandomGenerator random) {
    this.random = random;
  }

  /** A pay page's name: 128 random bits, URL-safe (gateway contract, section 3). */
  public String payToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A bank operation's mark, short enough for a comment and easy to read aloud. */
  public String mark() {
    StringBuilder mark = new StringBuilder(MARK_LENGTH);
    for (int i = 0; i < MARK_LENGTH; i++) {
      mark.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return mark.toString();
  }
}
