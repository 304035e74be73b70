package duken.store.jdbc.sql;

import java.sql.SQLException;

/** A statement that the database refused, or a database that cannot be reached. */
public final class SqlFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Carries the database's own failure. */
  public SqlFailure(SQLException cause) {
    super(cause);
  }
}
