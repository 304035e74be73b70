package duken.store;

import java.time.Instant;
import java.util.Optional;

/** Which provider each shop's real money takes: one at a time. */
public interface LiveProviders {

  /** The shop's provider; empty while nobody has chosen one. */
  Optional<Live> of(long tenantId);

  /** Makes this one the shop's provider. */
  void put(long tenantId, String provider, Instant since);

  /**
   * A shop's provider.
   *
   * @param provider its short name, {@code smart-pos}
   * @param since when it was chosen, UTC
   */
  record Live(String provider, Instant since) {}
}
