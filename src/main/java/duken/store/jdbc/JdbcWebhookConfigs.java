package duken.store.jdbc;

import duken.store.Scope;
import duken.store.WebhookConfigs;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Table {@code webhook_config}. */
final class JdbcWebhookConfigs implements WebhookConfigs {

  private final Handle handle;
  private final NamedLocks locks;

  JdbcWebhookConfigs(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
  }

  @Override
  public Optional<Config> find(Scope scope) {
    return handle
        .createQuery("select * from webhook_config where tenant_id = :tenant and mode = :mode")
        .bindMap(Rows.owner(scope))
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public void save(Config config) {
    locks.take(NamedLocks.Purpose.SETTING, config.scope());
    int updated =
        bind(
                handle.createUpdate(
                    """
                    update webhook_config set url = :url, enabled = :enabled, events = :events,
                      sealed_secret = :sealedSecret, updated_at = :updatedAt
                    where tenant_id = :tenant and mode = :mode
                    """),
                config)
            .execute();
    if (updated == 0) {
      bind(
              handle.createUpdate(
                  """
                  insert into webhook_config (tenant_id, mode, url, enabled, events, sealed_secret,
                    updated_at)
                  values (:tenant, :mode, :url, :enabled, :events, :sealedSecret, :updatedAt)
                  """),
              config)
          .execute();
    }
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Config config) {
    return statement
        .bindMap(Rows.owner(config.scope()))
        .bind("url", config.url())
        .bind("enabled", config.enabled())
        .bind("events", String.join(" ", config.events()))
        .bind("sealedSecret", config.sealedSecret())
        .bind("updatedAt", config.updatedAt());
  }

  private static Config read(ResultSet row) throws SQLException {
    String events = row.getString("events");
    return new Config(
        Rows.scope(row),
        row.getString("url"),
        row.getBoolean("enabled"),
        events.isEmpty() ? List.of() : List.of(events.split(" ")),
        row.getBytes("sealed_secret"),
        UtcInstants.read(row, "updated_at"));
  }
}
