package duken.store.jdbc;

import duken.domain.Mode;
import duken.domain.Money;
import duken.store.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads what many tables have in common. */
final class Rows {

  private Rows() {}

  static Money money(ResultSet row, String column) throws SQLException {
    return Money.ofTiyn(row.getLong(column));
  }

  static Money moneyOrNull(ResultSet row, String column) throws SQLException {
    Long tiyn = row.getObject(column, Long.class);
    return tiyn == null ? null : Money.ofTiyn(tiyn);
  }

  static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  static Mode mode(ResultSet row) throws SQLException {
    return word(row, "mode", Mode.class);
  }

  static Scope scope(ResultSet row) throws SQLException {
    return new Scope(row.getLong("tenant_id"), mode(row));
  }

  static Long tiynOrNull(Money money) {
    return money == null ? null : money.tiyn();
  }
}
