package duken.store.jdbc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an H2 file small, in place of H2's own thread, which would write tables in the middle of
 * transactions (decision record 0047). Writes what nobody waits for, and copies what is alive out
 * of parts of the file that are mostly dead. One virtual thread.
 */
public final class H2Housekeeping implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(H2Housekeeping.class);
  private static final long INTERVAL_MILLIS = 100;

  /** Percent of the file that is alive, and below which it is tidied; as H2 does. */
  private static final int ALIVE = 81;

  /** Bytes that are copied at a time: a sale may wait for it. */
  private static final int COPIED_AT_ONCE = 4 << 20;

  private static final int ANY = 101;

  /** Below this percent of the file in use, parts are moved together between two sales too. */
  private static final int FULL_OF_HOLES = 50;

  /** What nobody waits for is written this often. */
  private static final int ROUNDS_TO_WRITE = 5;

  /**
   * Moving parts of the file lets nobody sell meanwhile, so it mostly waits for a pause of 10 s.
   */
  private static final long PAUSE_ROUNDS = TimeUnit.SECONDS.toMillis(10) / INTERVAL_MILLIS;

  /**
   * H2 leaves alone for 45 s what it wrote; nothing is to be done when long nothing was written.
   */
  private static final long QUIET_ROUNDS = TimeUnit.MINUTES.toMillis(2) / INTERVAL_MILLIS;

  private final MVStore store;
  private final Executor alone;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private int done;
  private long version;
  private long quietRounds = QUIET_ROUNDS;

  private H2Housekeeping(MVStore store, Executor alone) {
    this.store = store;
    this.alone = alone;
    this.version = store.getCurrentVersion();
    this.thread = Thread.ofVirtual().name("database-housekeeping").unstarted(this::rounds);
  }

  /**
   * Begins.
   *
   * @param alone runs what writes tables while no transaction is under way
   */
  public static H2Housekeeping start(MVStore store, Executor alone) {
    H2Housekeeping housekeeping = new H2Housekeeping(store, alone);
    housekeeping.thread.start();
    return housekeeping;
  }

  private void rounds() {
    try {
      while (!stop.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
        round();
      }
    } catch (MVStoreException e) {
      // Whoever writes next is told what is wrong with the file.
      LOG.debug("the database file is closed", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void round() {
    quietRounds = store.getCurrentVersion() == version ? quietRounds + 1 : 0;
    if (quietRounds < QUIET_ROUNDS) {
      store.compact(ALIVE, COPIED_AT_ONCE);
    }
    if (++done % ROUNDS_TO_WRITE == 0 && store.hasUnsavedChanges()) {
      alone.execute(store::commit);
    }
    int inUse = quietRounds < PAUSE_ROUNDS ? FULL_OF_HOLES : ALIVE;
    if (quietRounds < QUIET_ROUNDS
        && store.getFileStore() instanceof RandomAccessStore file
        && file.getFillRate() < inUse) {
      alone.execute(() -> file.compactMoveChunks(ANY, COPIED_AT_ONCE, store));
    }
    version = store.getCurrentVersion();
  }

  /** Returns when the round under way is over. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join();
    } catch (InterruptedException _) {
      // Somebody is in a hurry.
    }
  }
}
