package duken.engine.runtime;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At most one conversation with the bank per invoice at a time: creation, question, cancel and
 * refund take turns, so that no answer overtakes another. Not re-entrant.
 */
public final class InvoiceLocks {

  /** Guards {@code held}; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition released = lock.newCondition();
  private final Set<Long> held = new HashSet<>();

  /** The right to speak about an invoice; close it to give it back. */
  public final class Lock implements AutoCloseable {

    private final long invoiceId;

    private Lock(long invoiceId) {
      this.invoiceId = invoiceId;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        held.remove(invoiceId);
        released.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Waits for the turn: as long as a bank call may last at most. */
  public Lock hold(long invoiceId) {
    lock.lock();
    try {
      while (!held.add(invoiceId)) {
        released.awaitUninterruptibly();
      }
      return new Lock(invoiceId);
    } finally {
      lock.unlock();
    }
  }

  /** Takes the turn if nobody has it. */
  public Optional<Lock> tryHold(long invoiceId) {
    lock.lock();
    try {
      return held.add(invoiceId) ? Optional.of(new Lock(invoiceId)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }
}
