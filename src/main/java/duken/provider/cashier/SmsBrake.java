package duken.provider.cashier;

import duken.domain.Phone;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Never more than one SMS in a while to a number: each costs, and too many block the account
 * (cashier sheet, section 3.3). Remembered across restarts.
 */
final class SmsBrake {

  private static final String LAST = "cashier.sms";

  private final SessionVault vault;
  private final Duration pause;
  private final Clock clock;

  SmsBrake(SessionVault vault, Duration pause, Clock clock) {
    this.vault = vault;
    this.pause = pause;
    this.clock = clock;
  }

  private record Sms(String phone, Instant at) {}

  /** Whether it is too soon for another SMS to this number. */
  boolean holds(long tenantId, Phone phone) {
    return last(tenantId)
        .filter(sms -> sms.phone().equals(phone.national()))
        .map(sms -> rest(sms).isPositive())
        .orElse(false);
  }

  /** How long until the number of the last SMS may get another. */
  Duration rest(long tenantId) {
    return last(tenantId).map(this::rest).orElse(Duration.ZERO);
  }

  /** An SMS is asked for now. */
  void sent(long tenantId, Phone phone) {
    vault.save(tenantId, LAST, phone.national() + " " + clock.instant());
  }

  private Duration rest(Sms sms) {
    Duration rest = Duration.between(clock.instant(), sms.at().plus(pause));
    // A clock that was set back must not lock anybody out.
    return rest.isNegative() || rest.compareTo(pause) > 0 ? Duration.ZERO : rest;
  }

  private Optional<Sms> last(long tenantId) {
    return vault.load(tenantId, LAST).flatMap(SmsBrake::read);
  }

  private static Optional<Sms> read(String text) {
    String[] parts = text.split(" ", 2);
    try {
      return parts.length == 2
          ? Optional.of(new Sms(parts[0], Instant.parse(parts[1])))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
