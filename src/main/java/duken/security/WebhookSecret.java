package duken.security;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A shop's webhook secret as text: {@code whsec_} and 32 random bytes in base64url, or 16 to 128
 * characters of the owner's own (gateway contract, section 12.1). {@link WebhookSignature} says
 * which bytes of it are the key.
 */
public final class WebhookSecret {

  /** What our own secrets begin with. */
  public static final String PREFIX = "whsec_";

  private static final int RANDOM_BYTES = 32;
  private static final int SHORTEST = 16;
  private static final int LONGEST = 128;

  private WebhookSecret() {}

  /**
   * Makes a new one. Of the possible secrets only those are taken whose base64url is plain base64
   * too (padded, none of the letters the two alphabets differ in): the Standard Webhooks libraries
   * know plain base64 only. That costs 2 of 256 bits.
   */
  public static String mint(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    while (true) {
      random.nextBytes(bytes);
      String text = Base64.getUrlEncoder().encodeToString(bytes);
      if (text.indexOf('-') < 0 && text.indexOf('_') < 0) {
        return PREFIX + text;
      }
    }
  }

  /** Whether the owner's own text may be a secret: 16 to 128 characters. */
  public static boolean isAcceptable(String text) {
    int length = text.codePointCount(0, text.length());
    return length >= SHORTEST && length <= LONGEST;
  }

  /**
   * The field name it is sealed under in a {@link SecretBox}.
   *
   * @param side {@code test} or {@code live}
   */
  public static String field(String side) {
    return "webhook.secret." + side;
  }
}
