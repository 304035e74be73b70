package duken.store.jdbc.database;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes commits survive a power cut, many at a time. A sync takes as long for one commit as for
 * twenty: whoever comes first runs it, the others wait for one that began after their own commit.
 */
public final class GroupSync {

  private final Runnable sync;

  /** Guards everything below; never held while a sync runs. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition ended = lock.newCondition();
  private boolean running;
  private long begun;
  private long succeeded;

  /** The sync that will bring everything committed until now to the disk. */
  private long owed;

  public GroupSync(Runnable sync) {
    this.sync = sync;
  }

  /**
   * Returns when a sync that began after this call has succeeded. An exception of the sync passes
   * on to the caller who ran it; those who waited for it run their own.
   */
  public void awaitSync() {
    lock.lock();
    try {
      long wanted = begun + 1;
      while (succeeded < wanted) {
        if (running) {
          ended.awaitUninterruptibly();
        } else {
          runOne();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** What was committed until now waits for the next sync. */
  void owe() {
    lock.lock();
    try {
      owed = begun + 1;
    } finally {
      lock.unlock();
    }
  }

  /** Whether anything waits for a sync that nobody has run yet. */
  boolean isOwed() {
    lock.lock();
    try {
      return succeeded < owed;
    } finally {
      lock.unlock();
    }
  }

  private void runOne() {
    running = true;
    long mine = ++begun;
    lock.unlock();
    boolean done = false;
    try {
      sync.run();
      done = true;
    } finally {
      lock.lock();
      running = false;
      if (done) {
        succeeded = mine;
      }
      ended.signalAll();
    }
  }
}
