package duken.engine.reconcile;

import duken.store.reconcile.Reconciliation.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of Kazakhstan's banks: from midnight to midnight in Almaty, UTC+5 all year. */
public final class BankDays {

  /** Where the banks' clocks are. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  private BankDays() {}

  /** The day a moment belongs to. */
  public static LocalDate of(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }

  /** From midnight to midnight. */
  public static Span span(LocalDate day) {
    return new Span(
        day.toString(),
        null,
        day.atStartOfDay(ZONE).toInstant(),
        day.plusDays(1).atStartOfDay(ZONE).toInstant());
  }
}
