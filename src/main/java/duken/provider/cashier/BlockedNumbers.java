package duken.provider.cashier;

import duken.domain.Phone;
import duken.provider.cashier.session.SessionVault;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Numbers whose sign-in the bank has blocked for a while: they are not tried again on that day, and
 * not within an hour (cashier sheet, section 3.2, dead end 3). Remembered across restarts.
 */
public final class BlockedNumbers {

  private static final String NAME = "cashier.blocked";
  private static final Duration LEAST = Duration.ofHours(1);

  /** No block lasts longer, unless the clock was set back since. */
  private static final Duration MOST = Duration.ofHours(25);

  private final SessionVault vault;
  private final ZoneId zone;
  private final Clock clock;

  BlockedNumbers(SessionVault vault, ZoneId zone, Clock clock) {
    this.vault = vault;
    this.zone = zone;
    this.clock = clock;
  }

  /** Whether the bank would only be made angrier. */
  public boolean holds(long tenantId, Phone phone) {
    return all(tenantId).containsKey(phone.national());
  }

  /** The bank has just said so. */
  public void add(long tenantId, Phone phone) {
    Instant now = clock.instant();
    Instant midnight = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    Instant least = now.plus(LEAST);
    Map<String, Instant> all = all(tenantId);
    all.put(phone.national(), midnight.isAfter(least) ? midnight : least);
    String text =
        all.entrySet().stream()
            .map(blocked -> blocked.getKey() + " " + blocked.getValue())
            .collect(Collectors.joining("\n"));
    vault.save(tenantId, NAME, text);
  }

  /** Those that are blocked now, with the end of it. */
  private Map<String, Instant> all(long tenantId) {
    Map<String, Instant> all = new HashMap<>();
    vault.load(tenantId, NAME).stream()
        .flatMap(String::lines)
        .forEach(
            line -> {
              String[] parts = line.split(" ", 2);
              try {
                all.put(parts[0], Instant.parse(parts[1]));
              } catch (DateTimeException | ArrayIndexOutOfBoundsException _) {
                // A line nobody understands blocks nobody.
              }
            });
    Instant now = clock.instant();
    all.values().removeIf(until -> !now.isBefore(until) || until.isAfter(now.plus(MOST)));
    return all;
  }
}
