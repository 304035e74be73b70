package duken.engine.recovery;

import duken.engine.runtime.PeriodicTask;
import duken.store.ExpiredRows;
import duken.store.ExpiredRows.Piece;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Lets go of what nobody needs any more, so that memory and files level off: webhooks that were
 * delivered, histories, the words of a search, practice payments. What is about money stays.
 */
public final class Retention {

  private static final Duration EVERY = Duration.ofHours(1);
  private static final int PIECE = 500;

  /** Up to which invoice words were deleted: the invoices themselves stay. */
  private static final String WORDS = "retention.words-after";

  private final Store store;
  private final InstantSource clock;
  private final Rules rules;
  private final Consumer<Instant> practice;

  /**
   * How long what is kept.
   *
   * @param deliveries delivered webhooks with their bodies
   * @param histories what happened to invoices that are closed
   * @param words by which a search finds invoices
   * @param practice payments of the practice bank that are over
   */
  public record Rules(Duration deliveries, Duration histories, Duration words, Duration practice) {}

  /**
   * @param practice forgets practice payments that were over before an instant
   */
  public Retention(Store store, InstantSource clock, Rules rules, Consumer<Instant> practice) {
    this.store = store;
    this.clock = clock;
    this.rules = rules;
    this.practice = practice;
  }

  /** A loop that does a round each hour. */
  public PeriodicTask periodicTask() {
    return new PeriodicTask("retention-of-rows", this::round);
  }

  /**
   * Deletes what is old enough.
   *
   * @return how long the next round may wait
   */
  public Duration round() {
    Instant now = clock.instant();
    Instant deliveries = now.minus(rules.deliveries());
    Instant histories = now.minus(rules.histories());
    Instant words = now.minus(rules.words());
    walk(0, (rows, after) -> rows.deliveries(deliveries, after, PIECE));
    walk(0, (rows, after) -> rows.histories(histories, after, PIECE));
    long from = store.read(tx -> tx.storedSettings().get(WORDS)).map(Long::parseLong).orElse(0L);
    long until = walk(from, (rows, after) -> rows.words(words, after, PIECE));
    if (until > from) {
      store.write(
          tx -> {
            tx.storedSettings().put(WORDS, Long.toString(until));
            return null;
          });
    }
    practice.accept(now.minus(rules.practice()));
    return EVERY;
  }

  private interface Step {
    Piece of(ExpiredRows rows, long after);
  }

  private long walk(long from, Step step) {
    Piece piece = new Piece(from, true);
    while (piece.more()) {
      long after = piece.last();
      piece = store.write(tx -> step.of(tx.expiredRows(), after));
    }
    return piece.last();
  }
}
