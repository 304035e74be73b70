package duken.store.jdbc;

import duken.store.IdempotentCalls;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import java.time.Instant;
import java.util.Optional;

/** Table {@code idempotent_call}. */
final class JdbcIdempotentCalls implements IdempotentCalls {

  private final Handle handle;
  private final NamedLocks locks;

  JdbcIdempotentCalls(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
  }

  @Override
  public Optional<Call> reserve(Call call, Instant notBefore) {
    locks.take(NamedLocks.Purpose.IDEMPOTENT_CALL, call.scopeKey());
    Optional<Call> holder = find(call.scopeKey());
    if (holder.isPresent() && holder.get().startedAt().isAfter(notBefore)) {
      return holder;
    }
    release(call.scopeKey());
    handle
        .createUpdate(
            """
            insert into idempotent_call (scope_key, body_digest, status, body, started_at, made_id)
            values (:scopeKey, :bodyDigest, :status, :body, :startedAt, :madeId)
            """)
        .bind("scopeKey", call.scopeKey())
        .bind("bodyDigest", call.bodyDigest())
        .bind("status", call.status())
        .bind("body", call.body())
        .bind("startedAt", call.startedAt())
        .bind("madeId", call.madeId())
        .execute();
    return Optional.empty();
  }

  @Override
  public void bind(String scopeKey, long madeId) {
    handle
        .createUpdate(
            "update idempotent_call set made_id = :madeId"
                + " where scope_key = :scopeKey and status is null")
        .bind("madeId", madeId)
        .bind("scopeKey", scopeKey)
        .execute();
  }

  @Override
  public void finish(String scopeKey, int status, String body, Instant at) {
    handle
        .createUpdate(
            "update idempotent_call set status = :status, body = :body where scope_key = :scopeKey")
        .bind("status", status)
        .bind("body", body)
        .bind("scopeKey", scopeKey)
        .execute();
  }

  @Override
  public void release(String scopeKey) {
    handle
        .createUpdate("delete from idempotent_call where scope_key = :scopeKey")
        .bind("scopeKey", scopeKey)
        .execute();
  }

  @Override
  public int deleteBefore(Instant time) {
    return handle
        .createUpdate("delete from idempotent_call where started_at < :time")
        .bind("time", time)
        .execute();
  }

  @Override
  public Optional<Call> find(String scopeKey) {
    return handle
        .createQuery("select * from idempotent_call where scope_key = :scopeKey")
        .bind("scopeKey", scopeKey)
        .map(
            row ->
                new Call(
                    row.getString("scope_key"),
                    row.getString("body_digest"),
                    row.getObject("status", Integer.class),
                    row.getString("body"),
                    UtcInstants.read(row, "started_at"),
                    row.getObject("made_id", Long.class)))
        .findOne();
  }
}
