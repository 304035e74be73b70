package duken.app.folder;

import duken.security.UrlHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address that others are added to: {@code https://pay.shop.example}. */
final class BaseUrl {

  private BaseUrl() {}

  /** The base in {@code text}, itself empty for an empty text; empty when it is none. */
  static Optional<Optional<URI>> read(String text) {
    if (text.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean fit =
          ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
              && UrlHost.of(url).isPresent()
              && url.getUserInfo() == null
              && url.getPath().isEmpty()
              && url.getQuery() == null
              && url.getFragment() == null;
      return fit ? Optional.of(Optional.of(url)) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
