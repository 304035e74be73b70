package duken.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Fresh databases for tests. Close what you open. */
public final class TestStores {

  private TestStores() {}

  /** An empty H2 database in memory. */
  public static JdbcStore h2InMemoryOrTempFile() {
    return JdbcStore.open(StoreOptions.at("jdbc:h2:mem:" + UUID.randomUUID()));
  }

  /** An empty schema on a real PostgreSQL, which starts once per JVM, in about three seconds. */
  public static JdbcStore postgres() {
    return JdbcStore.open(postgresOptions());
  }

  /** The URL of an empty schema on a real PostgreSQL, user and all. */
  public static String postgresUrl() {
    return postgresOptions().url();
  }

  /** Where an empty schema on a real PostgreSQL is. */
  public static StoreOptions postgresOptions() {
    String schema = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return StoreOptions.at(
        Server.RUNNING.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
  }

  /** Ends with the JVM: the embedded server has its own shutdown hook. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "500").start();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
