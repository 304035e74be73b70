package duken.store.jdbc.database;

import duken.domain.Mode;
import duken.domain.Money;
import duken.store.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** What many tables have in common, as it is read from rows and bound to statements. */
public final class Rows {

  private Rows() {}

  public static Money money(ResultSet row, String column) throws SQLException {
    return Money.ofTiyn(row.getLong(column));
  }

  public static Money moneyOrNull(ResultSet row, String column) throws SQLException {
    Long tiyn = row.getObject(column, Long.class);
    return tiyn == null ? null : Money.ofTiyn(tiyn);
  }

  public static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  public static Mode mode(ResultSet row) throws SQLException {
    return word(row, "mode", Mode.class);
  }

  public static Scope scope(ResultSet row) throws SQLException {
    return new Scope(row.getLong("tenant_id"), mode(row));
  }

  /** Values for {@code :tenant} and {@code :mode}: whose the rows are. */
  public static Map<String, Object> owner(Scope scope) {
    return Map.of("tenant", scope.tenantId(), "mode", scope.mode());
  }

  public static Long tiynOrNull(Money money) {
    return money == null ? null : money.tiyn();
  }
}
