package duken.gateway.guard;

import duken.gateway.http.HttpRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Serves only names we know, so that a browser page cannot reach the engine by letting its own name
 * point to this machine (design, section 7). Checked first of all.
 */
public final class HostGuard {

  private final Set<String> allowed;

  /**
   * @param allowed names and addresses without a port, {@code localhost}, {@code 127.0.0.1}, {@code
   *     [::1]}
   */
  public HostGuard(Set<String> allowed) {
    this.allowed =
        allowed.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Lets the call pass or not. A client of HTTP/1.0 need not name a host; browsers always do, so
   * this opens nothing to them.
   *
   * @throws HttpRefusal HOST_FORBIDDEN
   */
  public void check(HttpRequest httpRequest) {
    int named = httpRequest.headerCount("host");
    if (named == 0 && httpRequest.mayOmitHost()) {
      return;
    }
    if (named != 1 || !allows(httpRequest.header("host").orElseThrow())) {
      throw HttpRefusal.because(Problem.HOST_FORBIDDEN);
    }
  }

  /** Whether a {@code Host} header names us. */
  public boolean allows(String hostHeader) {
    return allowed.contains(nameOf(hostHeader));
  }

  private static String nameOf(String hostHeader) {
    String host = hostHeader.toLowerCase(Locale.ROOT);
    int colon = host.lastIndexOf(':');
    String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
