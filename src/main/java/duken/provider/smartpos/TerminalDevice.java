package duken.provider.smartpos;

import duken.domain.Money;
import duken.domain.PaymentDetails;
import duken.provider.SingleDevice;
import duken.provider.smartpos.Operation.Stage;
import java.time.InstantSource;
import java.util.Optional;

/** What people say of the terminal, and who holds it (Smart POS, section 12). */
final class TerminalDevice implements SingleDevice {

  /** How an operation ends that a person saw carried out. */
  static final String SEEN = "seen";

  /** How an operation ends of which nothing was seen. */
  static final String CLEARED = "cleared";

  private final Pairings pairings;
  private final Journal journal;
  private final Terminals terminals;
  private final Starts starts;
  private final InstantSource clock;

  TerminalDevice(
      Pairings pairings, Journal journal, Terminals terminals, Starts starts, InstantSource clock) {
    this.pairings = pairings;
    this.journal = journal;
    this.terminals = terminals;
    this.starts = starts;
    this.clock = clock;
  }

  @Override
  public boolean has(long tenantId, String device) {
    return pairings.of(tenantId, device).isPresent();
  }

  @Override
  public void assign(long tenantId, String mark, String device) {
    pairings.assign(tenantId, mark, device);
  }

  @Override
  public Optional<Occupant> occupant(long tenantId, String device) {
    String till =
        device != null ? device : pairings.of(tenantId, null).map(Pairing::till).orElse(null);
    return starts
        .other(tenantId, till, "")
        .map(it -> new Occupant(it.task().invoiceId(), Money.ofTenge(it.task().tenge())));
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
    String key = SmartPosProvider.paymentKey(mark);
    TerminalSession session = terminals.of(tenantId, journal.withKey(tenantId, key));
    session.lock().lock();
    try {
      return isCleared(tenantId, journal.withKey(tenantId, key));
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
    return it.isOver() && CLEARED.equals(it.outcome().end());
  }

  private void decide(long tenantId, String key, Seen seen) {
    TerminalSession session = terminals.of(tenantId, journal.withKey(tenantId, key));
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
