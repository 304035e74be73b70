package duken.gateway.guard;

import duken.engine.admin.ShopAccess;
import duken.gateway.http.Call;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;

/** Recognises the key of a call (gateway contract, section 2). */
public final class KeyGuard {

  /** The header keys are sent in. They are never taken from anywhere else. */
  public static final String HEADER = "x-api-key";

  private final ShopAccess shopAccess;
  private final FailedSignIns failures;

  /** A guard over these keys. */
  public KeyGuard(ShopAccess shopAccess, FailedSignIns failures) {
    this.shopAccess = shopAccess;
    this.failures = failures;
  }

  /**
   * Whose key the call was made with.
   *
   * @throws Refused UNAUTHORIZED, the same for a missing, malformed, unknown or revoked key;
   *     RATE_LIMITED after too many of them
   */
  public ShopAccess.Holder recognise(Call call) {
    String key = call.headerCount(HEADER) == 1 ? call.header(HEADER).orElseThrow() : null;
    return shopAccess.authenticate(key).orElseThrow(() -> failures.note(call.remoteAddress()));
  }

  /**
   * Lets a shop that is not suspended pass.
   *
   * @throws Refused TENANT_SUSPENDED
   */
  public static void refuseSuspended(ShopAccess.Holder holder) {
    if (holder.tenant().suspended()) {
      throw Refused.because(Problem.TENANT_SUSPENDED);
    }
  }
}
