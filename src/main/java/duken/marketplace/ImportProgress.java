package duken.marketplace;

import java.time.Instant;
import java.util.Locale;

/**
 * How a shop's newest import goes.
 *
 * @param seen orders read so far
 * @param windowsDone spans of time read whole
 * @param windows spans of time in all
 * @param startedAt UTC
 */
public record ImportProgress(
    State state, long seen, int windowsDone, int windows, Instant startedAt) {

  public enum State {
    RUNNING,
    DONE,
    /** A person stopped it. */
    STOPPED,
    /** Kaspi says there are no orders, which may be wrong. */
    UNSURE,
    /** Kaspi refuses the token. */
    SIGNED_OUT,
    /** Kaspi refused the question. */
    REFUSED,
    /** Kaspi did not answer; it is tried again later. */
    SILENT;

    /** The word outside. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ImportProgress with(State other) {
    return new ImportProgress(other, seen, windowsDone, windows, startedAt);
  }

  ImportProgress more(int orders) {
    return new ImportProgress(state, seen + orders, windowsDone, windows, startedAt);
  }

  ImportProgress nextWindow() {
    return new ImportProgress(state, seen, windowsDone + 1, windows, startedAt);
  }
}
