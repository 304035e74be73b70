package duken.store;

import java.util.Optional;

/** Small named values the engine keeps for itself or for windows. */
public interface StoredSettings {

  Optional<String> get(String name);

  void put(String name, String value);
}
