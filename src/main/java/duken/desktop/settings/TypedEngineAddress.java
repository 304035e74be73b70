package duken.desktop.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A typed address of an engine, judged before anything is sent there: a key travels with every
 * call, so a network needs TLS.
 *
 * @param url what to use, without a slash at its end; null when something is wrong
 * @param wrong text key of what is wrong, or null
 */
record TypedEngineAddress(String url, String wrong) {

  static TypedEngineAddress read(String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return new TypedEngineAddress(null, "settings.engine.url.missing");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException _) {
      return invalid();
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (!web
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      return invalid();
    }
    if (scheme.equals("http") && !isThisComputer(uri.getHost())) {
      return new TypedEngineAddress(null, "settings.engine.url.tls");
    }
    return new TypedEngineAddress(text.replaceAll("/+$", ""), null);
  }

  private static boolean isThisComputer(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  private static TypedEngineAddress invalid() {
    return new TypedEngineAddress(null, "settings.engine.url.invalid");
  }
}
