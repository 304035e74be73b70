package duken.provider.cashier.signin;

import duken.domain.Phone;
import duken.provider.cashier.session.SessionVault;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Never more than one SMS in a while to a number: each costs, and too many block the account
 * (cashier sheet, section 3.3). Remembered across restarts.
 */
public final class SmsThrottle {

  private static final String LAST = "cashier.sms";

  private final SessionVault vault;
  private final Duration pause;
  private final Clock clock;

  public SmsThrottle(SessionVault vault, Duration pause, Clock clock) {
    this.vault = vault;
    this.pause = pause;
    this.clock = clock;
  }

  private record Sms(String phone, Instant at) {}

  /** Whether it is too soon for another SMS to this number. */
  boolean holds(long tenantId, Phone phone) {
    return all(tenantId).stream()
        .filter(sms -> sms.phone().equals(phone.national()))
        .anyMatch(sms -> rest(sms).isPositive());
  }

  /** How long until the number of the last SMS may get another. */
  Duration rest(long tenantId) {
    List<Sms> all = all(tenantId);
    return all.isEmpty() ? Duration.ZERO : rest(all.getLast());
  }

  void sent(long tenantId, Phone phone) {
    List<Sms> all = new ArrayList<>(all(tenantId));
    all.removeIf(sms -> !rest(sms).isPositive() || sms.phone().equals(phone.national()));
    all.add(new Sms(phone.national(), clock.instant()));
    String text =
        all.stream().map(sms -> sms.phone() + " " + sms.at()).collect(Collectors.joining("\n"));
    vault.save(tenantId, LAST, text);
  }

  private Duration rest(Sms sms) {
    Duration rest = Duration.between(clock.instant(), sms.at().plus(pause));
    // A clock that was set back must not lock anybody out.
    return rest.isNegative() || rest.compareTo(pause) > 0 ? Duration.ZERO : rest;
  }

  /** The longest ago first. */
  private List<Sms> all(long tenantId) {
    return vault.load(tenantId, LAST).stream()
        .flatMap(String::lines)
        .flatMap(line -> read(line).stream())
        .toList();
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
