package duken.store.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row a result set stands at. */
public interface RowMapper<T> {

  /** Reads the row. */
  T map(ResultSet row) throws SQLException;
}
