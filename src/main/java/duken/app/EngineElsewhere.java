package duken.app;

import duken.app.words.Said;
import duken.client.EngineAddress;
import duken.security.ApiKeyText;
import java.util.Optional;

/**
 * An engine in another process or on another computer, and a key to it.
 *
 * @param key of role desk
 */
record EngineElsewhere(EngineAddress address, String key) {

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
      throw Sentence.badInput(Said.of("elsewhere.both"));
    }
    if (ApiKeyText.parse(key).isEmpty()) {
      throw Sentence.badInput(Said.of("elsewhere.key"));
    }
    return Optional.of(of(url, key));
  }

  /**
   * An engine at this address.
   *
   * @throws Sentence when it cannot be, or the way is not encrypted
   */
  static EngineElsewhere of(String url, String key) {
    try {
      return new EngineElsewhere(EngineAddress.parse(url), key);
    } catch (EngineAddress.Unusable e) {
      throw Sentence.badInput(e.getMessage());
    }
  }

  @Override
  public String toString() {
    return "EngineElsewhere[" + address + "]";
  }
}
