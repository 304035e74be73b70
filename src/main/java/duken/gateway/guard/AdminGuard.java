package duken.gateway.guard;

import duken.gateway.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets only the owner of the data folder pass: the key is in a file that only he can read. */
public final class AdminGuard {

  private final byte[] adminKey;
  private final FailedSignIns failures;

  /**
   * @param adminKey null refuses everybody
   */
  public AdminGuard(String adminKey, FailedSignIns failures) {
    this.adminKey = adminKey == null ? null : adminKey.getBytes(StandardCharsets.UTF_8);
    this.failures = failures;
  }

  /**
   * Lets the call pass or not.
   *
   * @throws duken.gateway.problem.Refused UNAUTHORIZED, RATE_LIMITED
   */
  public void check(HttpRequest httpRequest) {
    byte[] sent =
        httpRequest.header(ApiKeyAuthenticator.HEADER).orElse("").getBytes(StandardCharsets.UTF_8);
    if (adminKey == null || !MessageDigest.isEqual(adminKey, sent)) {
      throw failures.note(httpRequest.remoteAddress());
    }
  }
}
