package duken.store.jdbc.sql;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A question to the database. */
public final class Query extends SqlStatement<Query> {

  Query(Handle handle, String text) {
    super(handle, text);
  }

  public <T> Results<T> map(RowMapper<T> mapper) {
    return new Results<>(
        prepared(
            statement -> {
              List<T> rows = new ArrayList<>();
              try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                  rows.add(mapper.map(result));
                }
              }
              return rows;
            }));
  }

  /** The first column of each row, as text or as a whole number. */
  public <T> Results<T> mapTo(Class<T> type) {
    return map(
        row -> {
          Object value =
              type == Long.class
                  ? (Object) row.getLong(1)
                  : type == Integer.class ? (Object) row.getInt(1) : row.getString(1);
          return row.wasNull() ? null : type.cast(value);
        });
  }

  /** Each row by the names of its columns in lower case. */
  public Results<Map<String, Object>> mapToMap() {
    return map(
        row -> {
          Map<String, Object> columns = new LinkedHashMap<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.put(
                row.getMetaData().getColumnLabel(i).toLowerCase(java.util.Locale.ROOT),
                row.getObject(i));
          }
          return columns;
        });
  }

  @Override
  Query self() {
    return this;
  }
}
