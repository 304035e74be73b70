package duken.gateway.guard;

import duken.gateway.http.HttpRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses calls that a browser makes for somebody else's page (design, section 7). A pay page and a
 * QR picture may be opened and shown from anywhere; only posting to them is guarded.
 */
public final class OriginGuard {

  private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");

  private final String publicOrigin;

  /**
   * @param publicUrl the base of pay links
   */
  public OriginGuard(URI publicUrl) {
    this.publicOrigin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }

  /**
   * Lets the call pass or not.
   *
   * @param openToReading the path may be read from anywhere
   * @throws HttpRefusal ORIGIN_FORBIDDEN
   */
  public void check(HttpRequest httpRequest, boolean openToReading) {
    if (openToReading
        && (httpRequest.method().equals("GET") || httpRequest.method().equals("HEAD"))) {
      return;
    }
    boolean foreignOrigin =
        httpRequest.headers().getOrDefault("origin", List.of()).stream()
            .anyMatch(origin -> !isOurs(origin, httpRequest));
    boolean foreignFetch =
        httpRequest
            .header("sec-fetch-site")
            .map(site -> !OWN_FETCHES.contains(site.toLowerCase(Locale.ROOT)))
            .orElse(false);
    if (foreignOrigin || foreignFetch) {
      throw HttpRefusal.because(Problem.ORIGIN_FORBIDDEN);
    }
  }

  private boolean isOurs(String origin, HttpRequest httpRequest) {
    String asked = httpRequest.header("host").orElse("");
    return origin.equalsIgnoreCase(publicOrigin)
        || origin.equalsIgnoreCase("http://" + asked)
        || origin.equalsIgnoreCase("https://" + asked);
  }
}
