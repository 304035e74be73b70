package duken.store.jdbc.cash;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Has the database refuse to change or delete what happened to cash. */
public final class CashStays implements JavaMigration {

  private static final List<String> H2 =
      List.of(
          "create trigger cash_operation_stays before update, delete on cash_operation"
              + " for each row call '"
              + AppendOnly.class.getName()
              + "'");

  private static final List<String> POSTGRESQL =
      List.of(
          "create function cash_operation_refuses() returns trigger language plpgsql as"
              + " $$ begin raise exception '"
              + AppendOnly.REFUSAL
              + "'; end $$",
          "create trigger cash_operation_stays before update or delete on cash_operation"
              + " for each row execute function cash_operation_refuses()",
          "create trigger cash_operation_whole before truncate on cash_operation"
              + " for each statement execute function cash_operation_refuses()");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("365");
  }

  @Override
  public String getDescription() {
    return "cash stays";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    try (Statement statement = connection.createStatement()) {
      for (String change : h2 ? H2 : POSTGRESQL) {
        statement.execute(change);
      }
    }
  }
}
