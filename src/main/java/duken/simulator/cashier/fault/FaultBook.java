package duken.simulator.cashier.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Which faults wait for which calls. The oldest that fits a call is taken, and used up. */
public final class FaultBook {

  /** For every call of the bank. */
  public static final String EVERYWHERE = "*";

  /**
   * A fault that waits.
   *
   * @param path of the call, or with {@code #phone} and the like behind it, or {@link #EVERYWHERE}
   * @param times left; {@link Fault#FOREVER} does not count down
   */
  public record Waiting(String path, Fault fault, int times) {}

  private final List<Waiting> waiting = new ArrayList<>();

  private CountDownLatch hole = new CountDownLatch(1);
  private boolean ended;

  /** Lets a fault wait for calls. */
  public synchronized void add(String path, Fault fault, int times) {
    if (times == 0 || times < Fault.FOREVER) {
      throw new IllegalArgumentException("a fault applies once at least");
    }
    waiting.add(new Waiting(path, fault, times));
  }

  /** Faults of this path wait no more; {@link #EVERYWHERE} means all there are. */
  public synchronized void clear(String path) {
    waiting.removeIf(one -> path.equals(EVERYWHERE) || one.path().equals(path));
  }

  public synchronized List<Waiting> list() {
    return List.copyOf(waiting);
  }

  /** Lets go everything that is being held in a black hole. */
  public synchronized void release() {
    hole.countDown();
    hole = ended ? hole : new CountDownLatch(1);
  }

  /** Lets go everything, now and later: the simulator ends. */
  public synchronized void end() {
    ended = true;
    hole.countDown();
  }

  /** The fault of a call, used up by one; empty when it goes well. */
  public synchronized Optional<Fault> take(String path, String label) {
    for (int i = 0; i < waiting.size(); i++) {
      Waiting one = waiting.get(i);
      if (one.path().equals(EVERYWHERE) || one.path().equals(path) || one.path().equals(label)) {
        if (one.times() == 1) {
          waiting.remove(i);
        } else if (one.times() != Fault.FOREVER) {
          waiting.set(i, new Waiting(one.path(), one.fault(), one.times() - 1));
        }
        return Optional.of(one.fault());
      }
    }
    return Optional.empty();
  }

  /** Waits until released. */
  void fall() {
    CountDownLatch mine;
    synchronized (this) {
      mine = hole;
    }
    try {
      mine.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }
}
