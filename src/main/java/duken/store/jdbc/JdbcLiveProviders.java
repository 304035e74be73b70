package duken.store.jdbc;

import duken.store.LiveProviders;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import java.time.Instant;
import java.util.Optional;

/** Table {@code live_provider}. */
final class JdbcLiveProviders implements LiveProviders {

  private final Handle handle;
  private final NamedLocks locks;

  JdbcLiveProviders(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
  }

  @Override
  public Optional<Live> of(long tenantId) {
    return handle
        .createQuery("select provider, since from live_provider where tenant_id = :tenant")
        .bind("tenant", tenantId)
        .map(row -> new Live(row.getString("provider"), UtcInstants.read(row, "since")))
        .findOne();
  }

  @Override
  public void put(long tenantId, String provider, Instant since) {
    locks.take(NamedLocks.Purpose.SETTING, "live_provider." + tenantId);
    int updated =
        write(
            "update live_provider set provider = :provider, since = :since"
                + " where tenant_id = :tenant",
            tenantId,
            provider,
            since);
    if (updated == 0) {
      write(
          "insert into live_provider (tenant_id, provider, since)"
              + " values (:tenant, :provider, :since)",
          tenantId,
          provider,
          since);
    }
  }

  private int write(String sql, long tenantId, String provider, Instant since) {
    return handle
        .createUpdate(sql)
        .bind("tenant", tenantId)
        .bind("provider", provider)
        .bind("since", since)
        .execute();
  }
}
