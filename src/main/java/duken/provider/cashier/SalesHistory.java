package duken.provider.cashier;

import duken.provider.ProviderReading;
import duken.provider.cashier.session.CashierSession;
import duken.provider.cashier.wire.BankAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The sales that one session's history shows. What was read is kept, so that usually only the
 * newest page is asked for; once a minute it is read back to the oldest payment that somebody waits
 * for. Not thread-safe.
 */
public final class SalesHistory {

  private static final Duration WHOLE_EVERY = Duration.ofMinutes(1);
  private static final int MOST_PAGES = 20;

  private final Statement statement;
  private final InstantSource clock;

  /** When each was paid, as far as the bank tells. */
  private final Map<String, Instant> paidAt = new HashMap<>();

  private final Map<String, ProviderReading> sales = new HashMap<>();

  /** Since when nothing is missing; null before the first reading. */
  private Instant from;

  private Instant readAt;
  private Instant wholeAt;

  public SalesHistory(Statement statement, InstantSource clock) {
    this.statement = statement;
    this.clock = clock;
  }

  /**
   * Asks the bank.
   *
   * @param oldest when the oldest payment that somebody waits for was opened, UTC
   * @param seen is told every answer
   * @return the paid ones, by operation; what stands here was paid
   */
  public Map<String, ProviderReading> ask(
      CashierSession session, Instant oldest, Consumer<BankAnswer> seen) {
    Instant now = clock.instant();
    boolean whole =
        from == null
            || oldest.isBefore(from)
            || now.isBefore(wholeAt)
            || !now.isBefore(wholeAt.plus(WHOLE_EVERY));
    Statement.Read read = statement.since(session, whole ? oldest : readAt, MOST_PAGES, seen);
    if (whole && read.end() != Statement.End.FAILED) {
      from = oldest;
      wholeAt = now;
      readAt = now;
      paidAt.values().removeIf(at -> at.isBefore(oldest));
      sales.keySet().retainAll(paidAt.keySet());
    } else if (read.end() == Statement.End.COMPLETE) {
      readAt = now;
    }
    for (Statement.Row row : read.rows()) {
      if (!row.isReturn()) {
        paidAt.put(row.id(), row.at() == null ? now : row.at());
        sales.put(
            row.id(), new ProviderReading.Paid(row.at(), row.amount(), row.payer(), null, null));
      }
    }
    return Map.copyOf(sales);
  }
}
