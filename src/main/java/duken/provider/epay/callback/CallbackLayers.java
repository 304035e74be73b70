package duken.provider.epay.callback;

import duken.provider.callback.CallbackRequest;
import duken.provider.epay.account.EpayAccount;
import duken.security.Digests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The layers that need no look into the message: where it came from, the fixed token, and the
 * signature of the very bytes (ePay sheet, section 6.1). Each layer that is switched on has to
 * hold.
 */
final class CallbackLayers {

  private static final String SIGNATURE = "X-Webhook-Signature";
  private static final String BACK_SIGN = "X-Back-Sign";
  private static final String PREFIX = "sha256=";
  private static final String BEARER = "bearer ";

  private final boolean backSign;

  /**
   * @param backSign whether {@code X-Back-Sign} counts as a signature
   */
  CallbackLayers(boolean backSign) {
    this.backSign = backSign;
  }

  /** Whether every layer that is switched on holds, and one of them is strong. */
  boolean hold(EpayAccount account, CallbackRequest request) {
    return account.hasStrongLayer()
        && isFromThere(account, request)
        && (account.callbacks().bearer() == null || hasToken(account.callbacks().bearer(), request))
        && (account.callbacks().webhookSecret() == null
            || isSigned(account.callbacks().webhookSecret(), request));
  }

  private static boolean isFromThere(EpayAccount account, CallbackRequest request) {
    return account.callbacks().allowed().isEmpty()
        || account.callbacks().allowed().stream()
            .anyMatch(range -> range.contains(request.source()));
  }

  private static boolean hasToken(String token, CallbackRequest request) {
    List<String> values = request.all("Authorization");
    return values.size() == 1
        && values.getFirst().toLowerCase(Locale.ROOT).startsWith(BEARER)
        && Digests.same(token, values.getFirst().substring(BEARER.length()).strip());
  }

  /** One signature is enough; one that is there and wrong is not. */
  private boolean isSigned(String secret, CallbackRequest request) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    List<String> plain = request.all(SIGNATURE);
    List<String> back = backSign ? request.all(BACK_SIGN) : List.of();
    return !(plain.isEmpty() && back.isEmpty())
        && plain.stream()
            .allMatch(it -> fits(it, PREFIX + Digests.hmacSha256Hex(key, request.body())))
        && back.stream().allMatch(it -> fits(it, Digests.hmacSha512Hex(key, request.body())));
  }

  private static boolean fits(String given, String right) {
    return Digests.same(right, given.strip().toLowerCase(Locale.ROOT));
  }
}
