package duken.store.jdbc.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement and the values of its parameters. Instants go as UTC, enumerations by their names.
 *
 * @param <S> the kind of statement itself
 */
public abstract class SqlStatement<S extends SqlStatement<S>> {

  private final Handle handle;
  final Map<String, Object> values = new HashMap<>();
  private String text;

  SqlStatement(Handle handle, String text) {
    this.handle = handle;
    this.text = text;
  }

  /** Gives a parameter its value, which may be null. */
  public S bind(String name, Object value) {
    values.put(name, value);
    return self();
  }

  /** Gives each of these parameters its value; those the statement does not name are left out. */
  public S bindMap(Map<String, ?> more) {
    values.putAll(more);
    return self();
  }

  /** Puts the values in the place of {@code <name>}, separated by commas. */
  public S bindList(String name, Collection<?> list) {
    String[] names = IntStream.range(0, list.size()).mapToObj(i -> name + i).toArray(String[]::new);
    text =
        text.replace(
            "<" + name + ">",
            IntStream.range(0, names.length)
                .mapToObj(i -> ":" + names[i])
                .collect(Collectors.joining(", ")));
    int i = 0;
    for (Object value : list) {
      values.put(names[i++], value);
    }
    return self();
  }

  /** What is done with a statement that is ready. */
  interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  <T> T prepared(Use<T> use) {
    return prepared(use, Connection::prepareStatement);
  }

  interface Preparing {
    PreparedStatement of(Connection connection, String sql) throws SQLException;
  }

  <T> T prepared(Use<T> use, Preparing preparing) {
    NamedSql sql = NamedSql.of(text);
    try (PreparedStatement statement = preparing.of(handle.connection(), sql.jdbc())) {
      fill(statement, sql, values);
      T result = use.of(statement);
      handle.ran(this);
      return result;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  /** The text with its parameters' names. */
  public String text() {
    return text;
  }

  /** What was bound, by name; the values may be null. */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  abstract S self();

  void fill(PreparedStatement statement, NamedSql sql, Map<String, Object> row)
      throws SQLException {
    for (int i = 0; i < sql.names().size(); i++) {
      String name = sql.names().get(i);
      Object value = row.get(name);
      if (value == null && !row.containsKey(name)) {
        throw new IllegalStateException("nothing is bound to :" + name);
      }
      set(statement, i + 1, value);
    }
  }

  private static void set(PreparedStatement statement, int position, Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(position, Types.NULL);
      case String it -> statement.setString(position, it);
      case Long it -> statement.setLong(position, it);
      case Integer it -> statement.setInt(position, it);
      case Boolean it -> statement.setBoolean(position, it);
      case Instant it -> statement.setObject(position, UtcInstants.written(it));
      case Enum<?> it -> statement.setString(position, it.name());
      case byte[] it -> statement.setBytes(position, it);
      default -> statement.setObject(position, value);
    }
  }
}
