package duken.api;

import java.util.List;

/**
 * {@code GET /desk/v1/health}: facts about the engine that nobody has to be trusted with. No
 * addresses, no names, no secrets.
 *
 * @param time the engine's clock, RFC 3339, UTC
 * @param freeBytes of the disk with the data folder, or null when nobody can tell
 * @param database how the database answers
 * @param backup the newest copy of the database
 * @param receiver the shop's receiver of webhooks
 * @param late background work that is behind, by name
 */
public record HealthJson(
    String time,
    String version,
    Long freeBytes,
    Database database,
    Backup backup,
    Receiver receiver,
    List<String> late) {

  /** Whether it answers, and after how many milliseconds. */
  public record Database(boolean alive, long millis) {}

  /**
   * Copies of the database.
   *
   * @param own whether this engine copies its database itself; a PostgreSQL is copied by whoever
   *     runs it
   * @param newest when the newest copy was made, or null when there is none
   */
  public record Backup(boolean own, String newest) {}

  /**
   * The shop's receiver.
   *
   * @param set whether there is an address
   * @param parked messages that have failed three times
   * @param queued messages that are on their way
   * @param lastError short word of the newest failure, null when the newest attempt arrived
   * @param lastAttempt when it was last called, or null
   */
  public record Receiver(
      boolean set, boolean enabled, int parked, int queued, String lastError, String lastAttempt) {}
}
