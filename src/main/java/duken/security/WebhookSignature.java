package duken.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs a webhook body in two ways; a receiver may check either.
 *
 * <p><b>{@code X-Webhook-Signature}</b> (gateway contract, section 15): {@code sha256=} and lower
 * hex of HMAC-SHA256 over the body. The key is the whole text of the secret, {@code whsec_}
 * included, as UTF-8 bytes.
 *
 * <p><b>{@code webhook-signature}</b> (Standard Webhooks): {@code v1,} and base64 of HMAC-SHA256
 * over {@code webhook-id}, a dot, {@code webhook-timestamp}, a dot, and the body. The key is
 *
 * <ul>
 *   <li>for a secret of {@code whsec_} and plain, padded base64, as all that we make are: the
 *       decoded bytes, which is what every Standard Webhooks library does when it is handed the
 *       secret as it is;
 *   <li>for any other text the owner chose: the whole text as UTF-8 bytes, which those libraries
 *       take when they are handed raw bytes.
 * </ul>
 */
public final class WebhookSignature {

  private static final String HEX_PREFIX = "sha256=";
  private static final String STANDARD_PREFIX = "v1,";

  private WebhookSignature() {}

  /** The value of {@code X-Webhook-Signature}. */
  public static String hex(String secret, byte[] body) {
    byte[] mac = Digests.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), body);
    return HEX_PREFIX + HexFormat.of().formatHex(mac);
  }

  /**
   * The value of {@code webhook-signature}.
   *
   * @param id value of {@code webhook-id}, the same in every attempt
   * @param unixSeconds value of {@code webhook-timestamp}, when this attempt was made
   */
  public static String standard(String secret, String id, long unixSeconds, byte[] body) {
    byte[] head = (id + "." + unixSeconds + ".").getBytes(StandardCharsets.UTF_8);
    byte[] mac = Digests.hmacSha256(standardKey(secret), head, body);
    return STANDARD_PREFIX + Base64.getEncoder().encodeToString(mac);
  }

  private static byte[] standardKey(String secret) {
    if (secret.startsWith(WebhookSecret.PREFIX)) {
      String rest = secret.substring(WebhookSecret.PREFIX.length());
      if (!rest.isEmpty() && rest.length() % 4 == 0) {
        try {
          return Base64.getDecoder().decode(rest);
        } catch (IllegalArgumentException _) {
          // Not base64: the owner's own text that happens to begin like ours.
        }
      }
    }
    return secret.getBytes(StandardCharsets.UTF_8);
  }
}
