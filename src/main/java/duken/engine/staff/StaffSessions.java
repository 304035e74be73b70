package duken.engine.staff;

import duken.domain.DomainRefusal;
import duken.domain.staff.PinAttempts;
import duken.domain.staff.StaffMember;
import duken.security.PinHash;
import duken.store.Store;
import duken.store.staff.StaffRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Proofs that somebody entered his PIN at a desk. They live in memory and end with the process; the
 * mistakes before them are stored, so that a restart forgives nobody.
 */
public final class StaffSessions {

  /** How long somebody stays signed in at most. */
  public static final Duration SHIFT = Duration.ofHours(16);

  /** How long a PIN that was entered for one thing holds. */
  public static final Duration APPROVAL = Duration.ofMinutes(2);

  private static final int TOKEN_BYTES = 32;

  private final Store store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Session> open = new ConcurrentHashMap<>();

  /**
   * @param random a secure one
   */
  public StaffSessions(Store store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A proof.
   *
   * @param token what to send with a call
   * @param desk name of the key it was given to; it holds with no other
   * @param expiresAt UTC
   */
  public record Session(String token, String desk, StaffMember member, Instant expiresAt) {

    @Override
    public String toString() {
      return "session of " + member.id();
    }
  }

  /**
   * Opens a session. The attempt is counted on disk before the PIN is looked at, so that many at
   * once are no more than one after the other.
   *
   * @param life {@link #SHIFT} or {@link #APPROVAL}
   * @throws DomainRefusal NOT_FOUND, PIN_WRONG, and PIN_BLOCKED with {@code retry_after} seconds
   */
  public Session open(long tenantId, String desk, long memberId, String pin, Duration life) {
    StaffRecords.Pin known = store.write(tx -> attempt(tx.staff(), tenantId, memberId));
    if (!PinHash.matches(pin, known.hash())) {
      throw DomainRefusal.of(DomainRefusal.Reason.PIN_WRONG);
    }
    store.write(
        tx -> {
          tx.staff().keep(memberId, PinAttempts.none());
          return null;
        });
    Instant now = clock.instant();
    open.values().removeIf(session -> !session.expiresAt().isAfter(now));
    Session session = new Session(token(), desk, known.member(), now.plus(life));
    open.put(session.token(), session);
    return session;
  }

  public Optional<StaffMember> find(long tenantId, String desk, String token) {
    return Optional.ofNullable(token)
        .map(open::get)
        .filter(
            it ->
                it.member().tenantId() == tenantId
                    && it.desk().equals(desk)
                    && it.expiresAt().isAfter(clock.instant()))
        .map(Session::member);
  }

  /** Ends a session; nothing happens when there is none. */
  public void close(String token) {
    if (token != null) {
      open.remove(token);
    }
  }

  /** Ends all sessions of a person. */
  void closeOf(long memberId) {
    open.values().removeIf(session -> session.member().id() == memberId);
  }

  private StaffRecords.Pin attempt(StaffRecords staff, long tenantId, long memberId) {
    StaffRecords.Pin pin =
        staff
            .lockPin(tenantId, memberId)
            .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
    Instant now = clock.instant();
    Duration left = pin.attempts().left(now);
    if (!left.isZero()) {
      throw new DomainRefusal(
          DomainRefusal.Reason.PIN_BLOCKED, Map.of(), Map.of("retry_after", left.toSeconds() + 1));
    }
    staff.keep(memberId, pin.attempts().tried(now));
    return pin;
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
