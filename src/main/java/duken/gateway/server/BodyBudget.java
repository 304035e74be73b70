package duken.gateway.server;

import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what all requests together hold in memory. The first {@link #FREE} bytes of every body are
 * not counted: no usual call is larger, and none of them ever waits behind large ones.
 */
final class BodyBudget {

  /** Bytes of a body that are always there. */
  static final int FREE = 8 * 1024;

  /**
   * A body becomes a tree that is up to 35 times as large. A 64th of the heap for bodies leaves
   * nearly half of it to everything else.
   */
  private static final int SHARE_OF_HEAP = 64;

  private static final long LEAST = 2L * 1024 * 1024;
  private static final int UPLOADS = 16;

  private final Semaphore bytes;
  private final Semaphore uploads = new Semaphore(UPLOADS, true);

  BodyBudget(int bytes) {
    this.bytes = new Semaphore(bytes, true);
  }

  /** A budget that suits this machine's heap. */
  static BodyBudget ofHeap() {
    long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    return new BodyBudget((int) Math.min(Integer.MAX_VALUE, Math.max(LEAST, share)));
  }

  /**
   * Takes bytes for one body, and waits for them.
   *
   * @param deadline of the request, in {@link System#nanoTime()}
   * @throws HttpRefusal SERVICE_UNAVAILABLE when others hold them for too long
   */
  void take(int count, long deadline) {
    acquire(bytes, count, deadline);
  }

  void give(int count) {
    bytes.release(count);
  }

  /**
   * Begins a picture, which is written to the disk, and waits until there are not too many.
   *
   * @throws HttpRefusal SERVICE_UNAVAILABLE when others take too long
   */
  void beginUpload(long deadline) {
    acquire(uploads, 1, deadline);
  }

  /** A picture was dealt with. */
  void endUpload() {
    uploads.release();
  }

  private static void acquire(Semaphore from, int count, long deadline) {
    try {
      if (!from.tryAcquire(count, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw HttpRefusal.tryAfter(Problem.SERVICE_UNAVAILABLE, 1);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("somebody interrupted a request's thread", e);
    }
  }
}
