package duken.gateway.guard;

import duken.engine.admin.ShopAccess;
import duken.gateway.http.HttpRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;

/** Recognises the key of a call (gateway contract, section 2). */
public final class ApiKeyAuthenticator {

  /** The header keys are sent in. They are never taken from anywhere else. */
  public static final String HEADER = "x-api-key";

  private final ShopAccess shopAccess;
  private final FailedSignIns failures;

  /** A guard over these keys. */
  public ApiKeyAuthenticator(ShopAccess shopAccess, FailedSignIns failures) {
    this.shopAccess = shopAccess;
    this.failures = failures;
  }

  /**
   * Whose key the call was made with.
   *
   * @throws HttpRefusal UNAUTHORIZED, the same for a missing, malformed, unknown or revoked key;
   *     RATE_LIMITED after too many of them
   */
  public ShopAccess.Holder recognise(HttpRequest httpRequest) {
    String key =
        httpRequest.headerCount(HEADER) == 1 ? httpRequest.header(HEADER).orElseThrow() : null;
    return shopAccess
        .authenticate(key)
        .orElseThrow(() -> failures.note(httpRequest.remoteAddress()));
  }

  /**
   * Lets a shop that is not suspended pass.
   *
   * @throws HttpRefusal TENANT_SUSPENDED
   */
  public static void refuseSuspended(ShopAccess.Holder holder) {
    if (holder.tenant().suspended()) {
      throw HttpRefusal.because(Problem.TENANT_SUSPENDED);
    }
  }
}
