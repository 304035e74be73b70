package duken.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a shop wants its events: one address per shop and mode (gateway contract, section 12). */
public interface WebhookConfigs {

  Optional<Config> find(Scope scope);

  /** Stores or replaces it. */
  void save(Config config);

  /**
   * @param url or null before the first one was set
   * @param events names of the events that are wanted
   * @param sealedSecret the signing secret, encrypted at rest
   */
  record Config(
      Scope scope,
      String url,
      boolean enabled,
      List<String> events,
      byte[] sealedSecret,
      Instant updatedAt) {}
}
