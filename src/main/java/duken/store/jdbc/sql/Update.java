package duken.store.jdbc.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A statement that changes rows. */
public final class Update extends SqlStatement<Update> {

  private final List<Map<String, Object>> batch = new ArrayList<>();

  Update(Handle handle, String text) {
    super(handle, text);
  }

  /** Takes what is bound up as one row of the batch. */
  public Update add() {
    batch.add(new HashMap<>(values));
    return this;
  }

  /** Runs it for each row of the batch. */
  public void executeBatch() {
    NamedSql sql = NamedSql.of(text());
    prepared(
        statement -> {
          for (Map<String, Object> row : batch) {
            fill(statement, sql, row);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  /**
   * Runs it.
   *
   * @return how many rows it changed
   */
  public int execute() {
    return prepared(PreparedStatement::executeUpdate);
  }

  /**
   * Inserts one row.
   *
   * @param column for which the database chooses the value
   * @return that value
   */
  public long executeAndReturnKey(String column) {
    return prepared(
        statement -> {
          statement.executeUpdate();
          try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
          }
        },
        (connection, sql) -> connection.prepareStatement(sql, new String[] {column}));
  }

  @Override
  Update self() {
    return this;
  }
}
