package duken.provider.cashier.wire;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps to the number of calls that a bank session may have under way at once (cashier sheet,
 * section 8), whoever makes them. Whoever waits is let in by urgency, then in turn; the last place
 * is kept for creations, and questions about many leave one more for those about a single payment.
 */
final class SessionLimiter {

  /** Guards everything below; held for a few instructions only. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition granted = lock.newCondition();
  private final int most;
  private final Map<String, Session> sessions = new HashMap<>();
  private long tickets;

  /**
   * @param most calls of a session at once, at least 1
   */
  SessionLimiter(int most) {
    this.most = most;
  }

  /** How urgent a call is, the most urgent first. */
  enum Urgency {
    /** A customer waits for his QR or bill. */
    CREATION(0),
    /** Somebody waits: a cancel, a return, a name. */
    PERSON(1),
    /** What became of one payment. */
    QUESTION(1),
    /** Lists and statements. */
    BULK(2);

    /** So many places are not for it. */
    private final int kept;

    Urgency(int kept) {
      this.kept = kept;
    }

    /** That of a call by its name in the log. */
    static Urgency of(String call) {
      return switch (call) {
        case "qr-token/create", "remote/create" -> CREATION;
        case "kaspi-qr/status", "remote/details", "operations/details" -> QUESTION;
        case "remote/history", "history/operations" -> BULK;
        default -> PERSON;
      };
    }
  }

  private static final class Session {
    private int running;
    private final PriorityQueue<Ticket> waiting =
        new PriorityQueue<>(
            Comparator.comparing((Ticket ticket) -> ticket.urgency)
                .thenComparing(ticket -> ticket.number));
  }

  private static final class Ticket {
    private final Urgency urgency;
    private final long number;
    private boolean granted;

    private Ticket(Urgency urgency, long number) {
      this.urgency = urgency;
      this.number = number;
    }
  }

  /**
   * Waits for a place.
   *
   * @param session by its serial
   * @return whether there was one within the patience; then {@link #leave} gives it back
   */
  boolean enter(String session, Urgency urgency, Duration patience) {
    lock.lock();
    try {
      Session its = sessions.computeIfAbsent(session, _ -> new Session());
      Ticket ticket = new Ticket(urgency, tickets++);
      its.waiting.add(ticket);
      grant(its);
      long left = patience.toNanos();
      while (!ticket.granted && left > 0) {
        left = granted.awaitNanos(left);
      }
      if (!ticket.granted) {
        its.waiting.remove(ticket);
        forgetIfIdle(session, its);
      }
      return ticket.granted;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a call to a bank", e);
    } finally {
      lock.unlock();
    }
  }

  void leave(String session) {
    lock.lock();
    try {
      Session its = sessions.get(session);
      its.running--;
      grant(its);
      forgetIfIdle(session, its);
    } finally {
      lock.unlock();
    }
  }

  private void grant(Session its) {
    while (!its.waiting.isEmpty() && its.running < places(its.waiting.peek().urgency)) {
      its.waiting.poll().granted = true;
      its.running++;
      granted.signalAll();
    }
  }

  private int places(Urgency urgency) {
    return Math.max(1, most - urgency.kept);
  }

  private void forgetIfIdle(String session, Session its) {
    if (its.running == 0 && its.waiting.isEmpty()) {
      sessions.remove(session);
    }
  }
}
