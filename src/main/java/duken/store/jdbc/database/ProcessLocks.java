package duken.store.jdbc.database;

import duken.store.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The slots of a database that belongs to this process alone. H2 would write a row to lock it, and
 * each table that is written costs every sale (decision record 0063).
 */
public final class ProcessLocks {

  private final List<Lock> slots =
      Stream.generate(() -> (Lock) new ReentrantLock()).limit(NamedLocks.SLOTS).toList();

  private final Duration patience;

  /**
   * @param patience how long a transaction waits for a slot
   */
  public ProcessLocks(Duration patience) {
    this.patience = patience;
  }

  /** For one transaction, whose thread takes them and gives them back. */
  public SlotLocks begin() {
    List<Lock> held = new ArrayList<>(2);
    return new SlotLocks() {
      @Override
      public void take(int slot) {
        Lock lock = slots.get(slot);
        if (!isFree(lock)) {
          throw new StoreUnavailable("the database is too busy", null);
        }
        held.add(lock);
      }

      @Override
      public void release() {
        held.forEach(Lock::unlock);
        held.clear();
      }
    };
  }

  private boolean isFree(Lock lock) {
    try {
      return lock.tryLock() || lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
