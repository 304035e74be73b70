package duken.provider.smartpos;

import duken.domain.PaymentDetails;
import duken.provider.SingleDevice;
import duken.provider.smartpos.Operation.Stage;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** What people say of the terminal, and who holds it (Smart POS, section 12). */
final class TerminalDevice implements SingleDevice {

  /** How an operation ends that a person saw carried out. */
  static final String SEEN = "seen";

  /** How an operation ends of which nothing was seen. */
  static final String CLEARED = "cleared";

  private final Journal journal;
  private final Terminals terminals;
  private final Starts starts;
  private final InstantSource clock;

  TerminalDevice(Journal journal, Terminals terminals, Starts starts, InstantSource clock) {
    this.journal = journal;
    this.terminals = terminals;
    this.starts = starts;
    this.clock = clock;
  }

  @Override
  public OptionalLong occupant(long tenantId) {
    Optional<Operation> held = starts.other(tenantId, "");
    return held.isPresent() ? OptionalLong.of(held.get().invoiceId()) : OptionalLong.empty();
  }

  @Override
  public void decided(long tenantId, String mark, Seen seen) {
    decide(tenantId, SmartPosProvider.paymentKey(mark), seen);
  }

  @Override
  public void decided(long tenantId, long refundId, Seen seen) {
    decide(tenantId, SmartPosProvider.refundKey(refundId), seen);
  }

  @Override
  public boolean isCleared(long tenantId, String mark) {
    TerminalSession session = terminals.of(tenantId);
    session.lock().lock();
    try {
      return isCleared(tenantId, journal.withKey(tenantId, SmartPosProvider.paymentKey(mark)));
    } finally {
      session.lock().unlock();
    }
  }

  /** An operation that is cleared for longer than any lives is over. */
  boolean isCleared(long tenantId, Optional<Operation> operation) {
    if (operation.isEmpty()) {
      return false;
    }
    Operation it = operation.get();
    if (it.stage() == Stage.CLEARED
        && !clock.instant().isBefore(it.startedAt().plus(Starts.LONGEST))) {
      journal.keep(tenantId, it.ended(CLEARED, PaymentDetails.NONE));
      return true;
    }
    return it.isOver() && CLEARED.equals(it.end());
  }

  private void decide(long tenantId, String key, Seen seen) {
    TerminalSession session = terminals.of(tenantId);
    session.lock().lock();
    try {
      Optional<Operation> operation = journal.withKey(tenantId, key).filter(it -> !it.isOver());
      if (operation.isEmpty()) {
        return;
      }
      Operation it = operation.get();
      switch (seen) {
        case WAITS -> journal.keep(tenantId, it.at(Stage.UNDECIDED));
        case PAID -> journal.keep(tenantId, it.ended(SEEN, PaymentDetails.NONE));
        case NOTHING -> {
          journal.keep(tenantId, it.at(Stage.CLEARED));
          isCleared(tenantId, journal.withKey(tenantId, key));
        }
      }
    } finally {
      session.lock().unlock();
    }
  }
}
