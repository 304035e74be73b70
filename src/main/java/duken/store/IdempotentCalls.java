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

  Optional<Call> find(String scopeKey);

  /**
   * Remembers what a running call made, in the very transaction that made it: a call that a crash
   * cut short is answered from what it made and never carried out twice. Harmless when no such call
   * runs.
   *
   * @param madeId the invoice's or refund's id
   */
  void bind(String scopeKey, long madeId);

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
   * @param madeId what it made, see {@link #bind}, or null
   */
  record Call(
      String scopeKey,
      String bodyDigest,
      Integer status,
      String body,
      Instant startedAt,
      Long madeId) {}
}
