package duken.app.updates;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the document about updates lies: over TLS, or without on this computer itself. */
public final class UpdateAddress {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1]");

  private UpdateAddress() {}

  /** The address in {@code text}; empty when it is none, or the way there is open to others. */
  public static Optional<URI> read(String text) {
    try {
      return of(new URI(text.strip()));
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** The same for an address the answer leads to. */
  static Optional<URI> of(URI address) {
    boolean fit =
        address.getHost() != null
            && address.getUserInfo() == null
            && address.getFragment() == null
            && ("https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                    && LOOPBACK.matcher(address.getHost()).matches()));
    return fit ? Optional.of(address) : Optional.empty();
  }
}
