package duken.store.jdbc.database;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Serialises what has no row of its own yet. Two names that share a slot wait for each other
 * without need, and without harm. Each purpose has its own slots, and they are taken in the order
 * of the purposes, so that two transactions cannot wait for each other in a circle.
 */
public final class NamedLocks {

  /** How many slots all purposes have together. */
  static final int SLOTS = 225;

  /** What a slot is taken for; the slots of a purpose begin at {@code first}. */
  public enum Purpose {
    IDEMPOTENT_CALL(0, 64),
    IDEMPOTENCY_ID(64, 64),
    ANOMALY(128, 32),
    SETTING(160, 32),
    CATALOG(193, 32),
    /**
     * One slot for all: it is taken right before a commit, and history ids are drawn under it. So
     * they become visible in the order in which they were drawn, and who has read up to an id has
     * missed none before it.
     */
    CHANGES(192, 1);

    private final int first;
    private final int count;

    Purpose(int first, int count) {
      this.first = first;
      this.count = count;
    }
  }

  private final SlotLocks slots;

  /** What this transaction holds already. */
  private final Set<Integer> held = new HashSet<>();

  public NamedLocks(SlotLocks slots) {
    this.slots = slots;
  }

  /** Waits for the slot of this name and holds it until the transaction ends. */
  public void take(Purpose purpose, Object... name) {
    int slot = purpose.first + Math.floorMod(Objects.hash(name), purpose.count);
    if (held.add(slot)) {
      slots.take(slot);
    }
  }
}
