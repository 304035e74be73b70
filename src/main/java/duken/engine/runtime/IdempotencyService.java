package duken.engine.runtime;

import duken.store.IdempotentCalls.Call;
import duken.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls that are carried out once, however often they are sent (gateway contract, section 6, {@code
 * Idempotency-Key}). A reservation is written before the call is carried out, and what the call
 * makes is bound to it in the transaction that makes it. So a call that a crash cut short is told
 * from one that came to nothing: the first is answered from what it made, the second is carried out
 * again.
 */
public final class IdempotencyService {

  private static final Duration KEPT = Duration.ofHours(24);

  /**
   * How long another engine on the same database is believed to be at work on a call. What a call
   * makes is written within moments of its reservation.
   */
  private static final Duration ELSEWHERE = Duration.ofSeconds(60);

  private final Store store;
  private final InstantSource clock;
  private final Instant startedAt;

  /** Calls under way in this process: key to digest of the body. */
  private final Map<String, String> running = new ConcurrentHashMap<>();

  /** Knows the calls in this store. */
  public IdempotencyService(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** How a call begins. */
  public sealed interface Start {

    /** It is ours to carry out; {@link #finish} or {@link #giveUp} must follow. */
    record Fresh() implements Start {}

    /**
     * An earlier one made this and was never answered; {@link #finish}, {@link #again} or {@link
     * #giveUp} must follow.
     */
    record Unanswered(long madeId) implements Start {}

    record Answered(int status, String body) implements Start {}

    /** The key was used with another body. */
    record OtherBody() implements Start {}

    /** The first one is still under way. */
    record UnderWay() implements Start {}
  }

  /**
   * Begins a call.
   *
   * @param callKey tells shop, mode, method, path and key
   * @param bodyDigest SHA-256 of the body, lower hex
   */
  public Start begin(String callKey, String bodyDigest) {
    String other = running.putIfAbsent(callKey, bodyDigest);
    if (other != null) {
      return other.equals(bodyDigest) ? new Start.UnderWay() : new Start.OtherBody();
    }
    Start start = null;
    try {
      start = reserve(callKey, bodyDigest);
      return start;
    } finally {
      if (!(start instanceof Start.Fresh) && !(start instanceof Start.Unanswered)) {
        running.remove(callKey);
      }
    }
  }

  /** What an unanswered call made came to nothing: it is carried out again. */
  public void again(String callKey) {
    reserveAnew(callKey, running.get(callKey));
  }

  /** Stores the answer. */
  public void finish(String callKey, int status, String body) {
    try {
      store.writeLightly(tx -> tx.idempotentCalls().finish(callKey, status, body, clock.instant()));
    } finally {
      running.remove(callKey);
    }
  }

  /** Gives the key back, unless something was made under it: then it stays unanswered. */
  public void giveUp(String callKey) {
    try {
      store.writeLightly(
          tx -> {
            Optional<Call> call = tx.idempotentCalls().find(callKey);
            if (call.isPresent() && call.get().madeId() == null) {
              tx.idempotentCalls().release(callKey);
            }
          });
    } finally {
      running.remove(callKey);
    }
  }

  /**
   * Forgets calls of yesterday.
   *
   * @return how many
   */
  public int forgetOld() {
    return store.write(tx -> tx.idempotentCalls().deleteBefore(clock.instant().minus(KEPT)));
  }

  private Start reserve(String callKey, String bodyDigest) {
    Instant now = clock.instant();
    Call wish = new Call(callKey, bodyDigest, null, null, now, null);
    // What follows a reservation is written durably after it, so it need not be so by itself.
    Call[] taken = new Call[1];
    store.writeLightly(
        tx -> taken[0] = tx.idempotentCalls().reserve(wish, now.minus(KEPT)).orElse(null));
    return taken[0] == null ? new Start.Fresh() : start(taken[0], bodyDigest, now);
  }

  private Start start(Call call, String bodyDigest, Instant now) {
    if (!call.bodyDigest().equals(bodyDigest)) {
      return new Start.OtherBody();
    }
    if (call.status() != null) {
      return new Start.Answered(call.status(), call.body());
    }
    if (call.madeId() != null) {
      return new Start.Unanswered(call.madeId());
    }
    boolean abandoned =
        call.startedAt().isBefore(startedAt) || call.startedAt().plus(ELSEWHERE).isBefore(now);
    if (!abandoned) {
      return new Start.UnderWay();
    }
    reserveAnew(call.scopeKey(), bodyDigest);
    return new Start.Fresh();
  }

  private void reserveAnew(String callKey, String bodyDigest) {
    Instant now = clock.instant();
    store.writeLightly(
        tx -> {
          tx.idempotentCalls().release(callKey);
          tx.idempotentCalls()
              .reserve(new Call(callKey, bodyDigest, null, null, now, null), now.minus(KEPT));
        });
  }
}
