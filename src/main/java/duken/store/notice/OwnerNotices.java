package duken.store.notice;

import duken.domain.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the owner of a shop is told, and the messages that are still to be sent. */
public interface OwnerNotices {

  /**
   * How a shop's owner is told.
   *
   * @param sealed where to, encrypted
   * @param language of the messages, {@code ru}
   * @param refundAbove returns of more than this are told, or null for none
   * @param silentMinutes how long a bank is silent before it is told
   */
  record Config(
      long tenantId,
      boolean enabled,
      byte[] sealed,
      String language,
      Money refundAbove,
      int silentMinutes,
      Told told,
      Trouble trouble) {}

  /**
   * What was told already.
   *
   * @param afterEvent up to which entry of the event log all was told
   * @param silenceTold whether the silence of now was told
   */
  record Told(long afterEvent, boolean silenceTold) {}

  /**
   * The last message that did not arrive.
   *
   * @param problem why the last message did not arrive, or null
   */
  record Trouble(String problem, Instant problemAt) {}

  /** A message that is still to be sent. */
  record Waiting(long id, long tenantId, String content, int attempts, Instant createdAt) {}

  Optional<Config> find(long tenantId);

  /** Those that are switched on. */
  List<Config> enabled();

  /** Keeps what a person chose; what was told and how it ended stays, if there was anything. */
  void save(Config config);

  /** All up to this entry of the event log was told. */
  void advance(long tenantId, long afterEvent);

  void silence(long tenantId, boolean told);

  /**
   * @param problem why the last message did not arrive, or null when it did
   */
  void problem(long tenantId, String problem, Instant at);

  void enqueue(long tenantId, String content, Instant at);

  /** Messages that are due, the oldest first. */
  List<Waiting> due(Instant now, int limit);

  void retry(long id, Instant dueAt);

  /** A message is of no use any more. */
  void drop(long id);

  /** Drops what could not be sent for too long. */
  int dropOlder(Instant before);

  long waiting(long tenantId);
}
