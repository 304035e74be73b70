package duken.provider.cashier.session;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token is renewed once in its life, and a shop's at most once an hour, also across restarts: a
 * bank that grants new tokens and refuses them must not be asked without end.
 */
public final class RenewalThrottle {

  private static final String LAST = "cashier.renewal";
  private static final Duration PAUSE = Duration.ofHours(1);

  private final SessionVault vault;
  private final Clock clock;

  public RenewalThrottle(SessionVault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  private record Try(Instant at, String serial) {}

  /** Whether this session may be renewed now; if so, this was its one try. */
  boolean lets(long tenantId, CashierSession session) {
    Instant now = clock.instant();
    Optional<Try> last = vault.load(tenantId, LAST).flatMap(RenewalThrottle::read);
    if (last.filter(it -> holds(it, session, now)).isPresent()) {
      return false;
    }
    vault.save(tenantId, LAST, now + " " + session.tokenSerial());
    return true;
  }

  private static boolean holds(Try last, CashierSession session, Instant now) {
    // A clock that was set back by more than the pause must not hold for ever.
    return last.serial().equals(session.tokenSerial())
        || Duration.between(last.at(), now).abs().compareTo(PAUSE) < 0;
  }

  private static Optional<Try> read(String text) {
    String[] parts = text.split(" ", 2);
    try {
      return parts.length == 2
          ? Optional.of(new Try(Instant.parse(parts[0]), parts[1]))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
