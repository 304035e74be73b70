package duken.store.shift;

import duken.store.Scope;
import java.time.Instant;

/**
 * A shift of a desk. Once closed it never changes.
 *
 * @param id 0 before it is stored
 * @param desk name of the window's key
 * @param number counted by each desk from 1
 * @param openedAt UTC
 * @param openedBy who opened it
 * @param afterEvent id of the event log's entry behind which its money begins
 * @param closedAt UTC, or null while it is open
 * @param closedBy who closed it, or null
 * @param lastEvent id of the last entry of the event log that belongs to it, or null
 * @param rolledOver how many open invoices went over into the next shift
 */
public record Shift(
    long id,
    Scope scope,
    String desk,
    long number,
    Instant openedAt,
    String openedBy,
    long afterEvent,
    Instant closedAt,
    String closedBy,
    Long lastEvent,
    long rolledOver) {

  public static Shift opened(
      Scope scope, String desk, long number, Instant at, String by, long afterEvent) {
    return new Shift(0, scope, desk, number, at, by, afterEvent, null, null, null, 0);
  }

  public Shift closed(Instant at, String by, long last, long open) {
    return new Shift(id, scope, desk, number, openedAt, openedBy, afterEvent, at, by, last, open);
  }

  public boolean isOpen() {
    return closedAt == null;
  }
}
