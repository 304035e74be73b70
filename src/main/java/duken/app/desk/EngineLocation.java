package duken.app.desk;

import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.client.EngineAddress;
import duken.security.ApiKeyText;
import java.util.Locale;
import java.util.Optional;

/**
 * An engine in another process or on another computer, and a key to it.
 *
 * @param key of role desk
 */
record EngineLocation(EngineAddress address, String key) {

  /**
   * What the options {@code --engine} and {@code --key} name; empty when neither is there.
   *
   * @throws UserError when only one is there, or one cannot be, or the way is not encrypted
   */
  static Optional<EngineLocation> asked(String url, String key) {
    if (url == null && key == null) {
      return Optional.empty();
    }
    if (url == null || key == null) {
      throw UserError.badInput(Said.of("elsewhere.both"));
    }
    if (ApiKeyText.parse(key).isEmpty()) {
      throw UserError.badInput(Said.of("elsewhere.key"));
    }
    return Optional.of(of(url, key));
  }

  /**
   * An engine at this address.
   *
   * @throws UserError when it cannot be, or the way is not encrypted
   */
  static EngineLocation of(String url, String key) {
    try {
      return new EngineLocation(EngineAddress.parse(url), key);
    } catch (EngineAddress.Unusable e) {
      throw UserError.badInput(
          Said.of("elsewhere." + e.fault().name().toLowerCase(Locale.ROOT), url));
    }
  }

  @Override
  public String toString() {
    return "EngineElsewhere[" + address + "]";
  }
}
