package duken.engine.event;

import duken.domain.Mode;
import duken.store.Scope;
import duken.store.Store;
import duken.store.event.NewEvent;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes into the event log when a shop's session at the bank was lost and when it lives again:
 * once each, also over restarts.
 */
public final class SessionEvents {

  private static final String LOST = "session_lost";
  private static final String RESTORED = "session_restored";

  private final Store store;
  private final InstantSource clock;
  private final Runnable committed;

  /** What was last written of each shop, so that the store is asked once only. */
  private final Map<Long, Boolean> alive = new ConcurrentHashMap<>();

  /**
   * @param committed is run after an event was written
   */
  public SessionEvents(Store store, InstantSource clock, Runnable committed) {
    this.store = store;
    this.clock = clock;
    this.committed = committed;
  }

  /** The shop's session was seen alive or dead. */
  public void seen(long tenantId, boolean isAlive) {
    Boolean known = alive.get(tenantId);
    if (known != null && known == isAlive) {
      return;
    }
    boolean before =
        store.read(tx -> !Optional.of(LOST).equals(tx.storedSettings().get(name(tenantId))));
    if (before != isAlive) {
      String word = isAlive ? RESTORED : LOST;
      store.write(
          tx -> {
            tx.storedSettings().put(name(tenantId), word);
            tx.events()
                .append(new NewEvent(new Scope(tenantId, Mode.LIVE), null, word, clock.instant()));
            return null;
          });
      committed.run();
    }
    alive.put(tenantId, isAlive);
  }

  private static String name(long tenantId) {
    return "bank-session-event." + tenantId;
  }
}
