package duken.store.jdbc.sql;

import java.sql.Connection;
import java.util.function.Consumer;

/**
 * A connection with a transaction on it, and the statements run there. A statement's text is read
 * for its parameters once; what the database makes of it the driver keeps.
 */
public final class Handle {

  private final Connection connection;
  private final Consumer<SqlStatement<?>> listener;
  private boolean changed;

  public Handle(Connection connection) {
    this(connection, _ -> {});
  }

  /**
   * @param listener is told of each statement that ran
   */
  public Handle(Connection connection, Consumer<SqlStatement<?>> listener) {
    this.connection = connection;
    this.listener = listener;
  }

  public Query createQuery(String sql) {
    return new Query(this, sql);
  }

  public Update createUpdate(String sql) {
    return new Update(this, sql);
  }

  /**
   * Runs a change without parameters.
   *
   * @return how many rows it changed
   */
  public int execute(String sql) {
    return createUpdate(sql).execute();
  }

  public Connection connection() {
    return connection;
  }

  /** Whether anything but questions ran. */
  public boolean isChanged() {
    return changed;
  }

  void ran(SqlStatement<?> statement) {
    changed |= statement instanceof Update;
    listener.accept(statement);
  }
}
