package duken.store.jdbc;

import duken.domain.tenant.ApiKey;
import duken.store.ApiKeys;
import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code api_key}. */
final class JdbcApiKeys implements ApiKeys {

  private final Handle handle;

  JdbcApiKeys(Handle handle) {
    this.handle = handle;
  }

  @Override
  public ApiKey insert(ApiKey key) {
    long id =
        handle
            .createUpdate(
                """
                insert into api_key (tenant_id, name, mode, role, prefix, digest, created_at,
                  last_used_at, revoked_at)
                values (:tenant, :name, :mode, :role, :prefix, :digest, :createdAt, :lastUsedAt,
                  :revokedAt)
                """)
            .bind("tenant", key.tenantId())
            .bind("name", key.name())
            .bind("mode", key.mode())
            .bind("role", key.role())
            .bind("prefix", key.prefix())
            .bind("digest", key.digest())
            .bind("createdAt", key.times().createdAt())
            .bind("lastUsedAt", key.times().lastUsedAt())
            .bind("revokedAt", key.times().revokedAt())
            .executeAndReturnKey("id");
    return new ApiKey(
        id,
        key.tenantId(),
        key.name(),
        key.mode(),
        key.role(),
        key.prefix(),
        key.digest(),
        new ApiKey.Times(
            UtcInstants.kept(key.times().createdAt()),
            UtcInstants.kept(key.times().lastUsedAt()),
            UtcInstants.kept(key.times().revokedAt())));
  }

  @Override
  public List<ApiKey> findByPrefix(String prefix) {
    return handle
        .createQuery("select * from api_key where prefix = :prefix order by id")
        .bind("prefix", prefix)
        .map(row -> read(row))
        .list();
  }

  @Override
  public Optional<ApiKey> find(long id) {
    return handle
        .createQuery("select * from api_key where id = :id")
        .bind("id", id)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public List<ApiKey> all() {
    return handle.createQuery("select * from api_key order by id").map(row -> read(row)).list();
  }

  @Override
  public List<ApiKey> of(Scope scope) {
    return handle
        .createQuery("select * from api_key where tenant_id = :tenant and mode = :mode order by id")
        .bindMap(Rows.owner(scope))
        .map(row -> read(row))
        .list();
  }

  @Override
  public boolean revoke(long id, Instant at) {
    return handle
            .createUpdate(
                "update api_key set revoked_at = :at where id = :id and revoked_at is null")
            .bind("at", at)
            .bind("id", id)
            .execute()
        == 1;
  }

  @Override
  public void touch(long id, Instant usedAt) {
    handle
        .createUpdate("update api_key set last_used_at = :at where id = :id")
        .bind("at", usedAt)
        .bind("id", id)
        .execute();
  }

  private static ApiKey read(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getLong("id"),
        row.getLong("tenant_id"),
        row.getString("name"),
        Rows.mode(row),
        Rows.word(row, "role", ApiKey.Role.class),
        row.getString("prefix"),
        row.getString("digest"),
        new ApiKey.Times(
            UtcInstants.read(row, "created_at"),
            UtcInstants.read(row, "last_used_at"),
            UtcInstants.read(row, "revoked_at")));
  }
}
