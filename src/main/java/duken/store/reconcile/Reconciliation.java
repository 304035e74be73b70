package duken.store.reconcile;

import duken.store.Scope;
import java.time.Instant;
import java.util.Locale;

/**
 * A reading of a bank's list.
 *
 * @param id 0 before it is stored
 * @param span what is compared
 * @param progress how far it has come
 * @param startedBy person and desk
 * @param startedAt UTC
 */
public record Reconciliation(
    long id,
    Scope scope,
    String provider,
    Span span,
    Progress progress,
    String startedBy,
    Instant startedAt) {

  /**
   * What is compared.
   *
   * @param day of the bank, {@code 2026-05-14}, or null for a shift
   * @param shiftId or null
   * @param from UTC
   * @param until UTC, no longer part of it
   */
  public record Span(String day, Long shiftId, Instant from, Instant until) {}

  /**
   * How far it has come.
   *
   * @param next where it goes on, in the provider's words, or null for the beginning
   * @param lines how many were read
   * @param readUntil up to when the bank had told everything once it is done, UTC
   * @param endedAt UTC, or null while it goes on
   * @param problem why it failed, a stable word, or null
   */
  public record Progress(
      State state,
      String next,
      long pages,
      long lines,
      Instant readUntil,
      Instant endedAt,
      String problem) {

    /** At the beginning. */
    public static Progress fresh(Instant now) {
      return new Progress(State.RUNNING, null, 0, 0, now, null, null);
    }

    /** One page further. */
    public Progress page(String newNext, long more) {
      return new Progress(State.RUNNING, newNext, pages + 1, lines + more, readUntil, null, null);
    }

    public Progress ended(State how, Instant at, String why) {
      return new Progress(how, next, pages, lines, readUntil, at, why);
    }

    /** Going on where it had ended; at the beginning when it was complete. */
    public Progress again(Instant now) {
      return state == State.DONE
          ? fresh(now)
          : new Progress(State.RUNNING, next, pages, lines, readUntil, null, null);
    }
  }

  /** Where it stands. */
  public enum State {
    RUNNING,
    DONE,
    /** Somebody stopped it. */
    STOPPED,
    /** The program ended before it did. */
    INTERRUPTED,
    /** The bank did not answer. */
    FAILED;

    /** Lower-case word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
