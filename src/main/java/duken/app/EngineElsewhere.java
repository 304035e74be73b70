package duken.app;

import duken.security.ApiKeyText;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * An engine on another computer, as the command line names it.
 *
 * @param key of role desk
 */
record EngineElsewhere(URI url, String key) {

  /**
   * What the options {@code --engine} and {@code --key} name; empty when neither is there.
   *
   * @throws Sentence when only one is there, or one cannot be, or the way is not encrypted
   */
  static Optional<EngineElsewhere> asked(String url, String key) {
    if (url == null && key == null) {
      return Optional.empty();
    }
    if (url == null || key == null) {
      throw Sentence.badInput(
          "An engine elsewhere needs both: --engine with its address and --key with a key of it.");
    }
    if (ApiKeyText.parse(key).isEmpty()) {
      throw Sentence.badInput("--key is no key: a key begins with kpa_test_ or kpa_live_.");
    }
    return Optional.of(new EngineElsewhere(address(url), key));
  }

  private static URI address(String text) {
    try {
      URI url = new URI(text);
      boolean secure = "https".equals(url.getScheme());
      boolean plain = "http".equals(url.getScheme());
      if (url.getHost() == null || !(secure || plain)) {
        throw notAnAddress(text);
      }
      if (plain && !isThisComputer(url.getHost())) {
        throw Sentence.badInput(
            "An engine on another computer is reached by https, or the shop's key could be read on"
                + " the way: "
                + text);
      }
      return url;
    } catch (URISyntaxException _) {
      throw notAnAddress(text);
    }
  }

  private static Sentence notAnAddress(String text) {
    return Sentence.badInput("--engine is no address of an engine: " + text);
  }

  private static boolean isThisComputer(String host) {
    try {
      return host.equals("localhost")
          || InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "EngineElsewhere[" + url + "]";
  }
}
