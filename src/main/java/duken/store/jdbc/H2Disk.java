package duken.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The H2 file, reached through a connection of its own, so that a sync never waits for one. */
final class H2Disk implements Disk {

  private final DataSource source;
  private final GroupSync group = new GroupSync(this::sync);

  /** Used by one thread at a time: the one that syncs, or the one that closes. */
  private Connection connection;

  H2Disk(DataSource source) {
    this.source = source;
  }

  @Override
  public void settle() {
    group.awaitSync();
  }

  @Override
  public void close() {
    execute("shutdown");
  }

  private void sync() {
    execute("checkpoint sync");
  }

  private void execute(String sql) {
    try {
      if (connection == null) {
        connection = source.getConnection();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      connection = null;
      throw StoreFailures.ofDisk(e);
    }
  }
}
