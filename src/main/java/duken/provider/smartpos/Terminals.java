package duken.provider.smartpos;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The conversations with the shops' terminals: one per shop, as long as the engine runs. */
final class Terminals {

  private final Pairings pairings;
  private final SmartPosSettings settings;
  private final InstantSource clock;
  private final Map<Long, TerminalSession> sessions = new ConcurrentHashMap<>();

  Terminals(Pairings pairings, SmartPosSettings settings, InstantSource clock) {
    this.pairings = pairings;
    this.settings = settings;
    this.clock = clock;
  }

  TerminalSession of(long tenantId) {
    return sessions.computeIfAbsent(
        tenantId, id -> new TerminalSession(id, pairings, settings, clock));
  }
}
