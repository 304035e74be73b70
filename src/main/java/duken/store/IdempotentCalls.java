package duken.store;

import java.time.Instant;
import java.util.Optional;

/** Calls made with an {@code Idempotency-Key} header (gateway contract, section 6). */
public interface IdempotentCalls {

  /**
   * Reserves a key unless it is taken by a call that began after {@code notBefore}.
   *
   * @return empty when the reservation is ours, else the call that has it
   */
  Optional<Call> reserve(Call call, Instant notBefore);

  /** Stores the answer. */
  void finish(String scopeKey, int status, String body, Instant at);

  /** Gives the key back: nothing happened, or nobody knows. */
  void release(String scopeKey);

  /** Forgets calls that began before {@code time}. */
  int deleteBefore(Instant time);

  /**
   * @param scopeKey tenant, mode, method, path and key in one text
   * @param bodyDigest SHA-256 of the request body, lower hex
   * @param status of the stored answer, or null while it runs
   * @param body of the stored answer, or null while it runs
   */
  record Call(String scopeKey, String bodyDigest, Integer status, String body, Instant startedAt) {}
}
