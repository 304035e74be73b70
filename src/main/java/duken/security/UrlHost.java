package duken.security;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host in an address, also where {@link URI} sees none: {@code http://kassa_1:3000}. */
public final class UrlHost {

  /** Computers in a shop's network and containers have such names, which RFC 3986 allows. */
  private static final Pattern WITH_UNDERSCORES =
      Pattern.compile("([0-9A-Za-z_](?:[0-9A-Za-z_.-]*[0-9A-Za-z_])?)(?::([0-9]{1,5}))?");

  private UrlHost() {}

  /** The host, an IPv6 address in its brackets. */
  public static Optional<String> of(URI url) {
    if (url.getHost() != null) {
      return Optional.of(url.getHost());
    }
    Matcher name = named(url);
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  /** The port, or -1 when the address names none. */
  public static int port(URI url) {
    Matcher name = named(url);
    return url.getHost() == null && name.matches() && name.group(2) != null
        ? Integer.parseInt(name.group(2))
        : url.getPort();
  }

  private static Matcher named(URI url) {
    return WITH_UNDERSCORES.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
  }
}
