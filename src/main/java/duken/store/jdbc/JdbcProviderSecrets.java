package duken.store.jdbc;

import duken.store.ProviderSecrets;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlStatement;
import java.time.Instant;
import java.util.Optional;

/** Table {@code provider_secret}. */
final class JdbcProviderSecrets implements ProviderSecrets {

  private final Handle handle;
  private final NamedLocks locks;

  JdbcProviderSecrets(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
  }

  @Override
  public Optional<byte[]> find(long tenantId, String provider, String name) {
    return bound(
            handle.createQuery(
                "select sealed from provider_secret"
                    + " where tenant_id = :tenant and provider = :provider and name = :name"),
            tenantId,
            provider,
            name)
        .map(row -> row.getBytes("sealed"))
        .findOne();
  }

  @Override
  public void put(long tenantId, String provider, String name, byte[] sealed, Instant at) {
    locks.take(NamedLocks.Purpose.SETTING, "secret." + tenantId + "." + provider + "." + name);
    int updated =
        write(
            "update provider_secret set sealed = :sealed, updated_at = :at"
                + " where tenant_id = :tenant and provider = :provider and name = :name",
            tenantId,
            provider,
            name,
            sealed,
            at);
    if (updated == 0) {
      write(
          "insert into provider_secret (tenant_id, provider, name, sealed, updated_at)"
              + " values (:tenant, :provider, :name, :sealed, :at)",
          tenantId,
          provider,
          name,
          sealed,
          at);
    }
  }

  @Override
  public void delete(long tenantId, String provider, String name) {
    bound(
            handle.createUpdate(
                "delete from provider_secret"
                    + " where tenant_id = :tenant and provider = :provider and name = :name"),
            tenantId,
            provider,
            name)
        .execute();
  }

  private int write(
      String sql, long tenantId, String provider, String name, byte[] sealed, Instant at) {
    return bound(handle.createUpdate(sql), tenantId, provider, name)
        .bind("sealed", sealed)
        .bind("at", at)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bound(
      S statement, long tenantId, String provider, String name) {
    return statement.bind("tenant", tenantId).bind("provider", provider).bind("name", name);
  }
}
