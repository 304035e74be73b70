package duken.store.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row a result set stands at. */
public interface RowMapper<T> {

  T map(ResultSet row) throws SQLException;
}
