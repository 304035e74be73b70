package duken.engine.runtime;

import duken.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read of the configuration, until any of it changes. Only what is there is remembered:
 * nobody fills the memory by asking for what is not. Thread-safe.
 *
 * @param <K> what it is known by
 * @param <V> what was read
 */
public final class ConfigurationCache<K, V> {

  private final Store store;
  private final Map<K, Known<V>> known = new ConcurrentHashMap<>();

  private record Known<V>(long version, V value) {}

  /** Nothing yet. */
  public ConfigurationCache(Store store) {
    this.store = store;
  }

  /**
   * The value of this key.
   *
   * @param read reads it from the store
   */
  public Optional<V> get(K key, Function<K, Optional<V>> read) {
    OptionalLong version = store.configurationVersion();
    if (version.isEmpty()) {
      return read.apply(key);
    }
    Known<V> there = known.get(key);
    if (there != null && there.version() == version.getAsLong()) {
      return Optional.of(there.value());
    }
    Optional<V> value = read.apply(key);
    value.ifPresentOrElse(
        it -> known.put(key, new Known<>(version.getAsLong(), it)), () -> known.remove(key));
    return value;
  }
}
