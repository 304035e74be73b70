package duken.provider.smartpos;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions with the shops' terminals: one per terminal, as long as the engine runs. */
final class Terminals {

  private final Pairings pairings;
  private final SmartPosSettings settings;
  private final InstantSource clock;
  private final Map<Key, TerminalSession> sessions = new ConcurrentHashMap<>();

  Terminals(Pairings pairings, SmartPosSettings settings, InstantSource clock) {
    this.pairings = pairings;
    this.settings = settings;
    this.clock = clock;
  }

  private record Key(long tenantId, String till) {}

  /** The conversation with the terminal of this till, of the first one for null. */
  TerminalSession of(long tenantId, String till) {
    String name = till != null ? till : pairings.of(tenantId, null).map(Pairing::till).orElse("");
    return sessions.computeIfAbsent(
        new Key(tenantId, name),
        key -> new TerminalSession(key.tenantId(), key.till(), pairings, settings, clock));
  }

  /** The conversation with the terminal an operation runs on. */
  TerminalSession of(long tenantId, Optional<Operation> operation) {
    return of(tenantId, operation.map(Operation::till).orElse(null));
  }
}
