package duken.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At most one conversation with the bank per invoice at a time: creation, question, cancel and
 * refund take turns, so that no answer overtakes another. Not re-entrant.
 */
final class Conversations {

  /** Guards {@code held}; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition released = lock.newCondition();
  private final Set<Long> held = new HashSet<>();

  /** The right to speak about an invoice; close it to give it back. */
  final class Turn implements AutoCloseable {

    private final long invoiceId;

    private Turn(long invoiceId) {
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
  Turn hold(long invoiceId) {
    lock.lock();
    try {
      while (!held.add(invoiceId)) {
        released.awaitUninterruptibly();
      }
      return new Turn(invoiceId);
    } finally {
      lock.unlock();
    }
  }

  /** Takes the turn if nobody has it. */
  Optional<Turn> tryHold(long invoiceId) {
    lock.lock();
    try {
      return held.add(invoiceId) ? Optional.of(new Turn(invoiceId)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }
}
