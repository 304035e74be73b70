package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.cash.CashKind;
import duken.store.Scope;
import duken.store.cash.CashRow;
import duken.store.jdbc.cash.AppendOnly;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database itself keeps what happened to cash, whoever asks it to change that. */
class CashStaysTest {

  @Test
  void h2ChangesAndDeletesNoRow() throws SQLException {
    refuses(StoreOptions.at("jdbc:h2:mem:" + UUID.randomUUID()).as("sa", ""));
  }

  @Test
  void postgresqlChangesAndDeletesNoRow() throws SQLException {
    refuses(TestStores.postgresOptions(), "truncate cash_operation cascade");
  }

  private static void refuses(StoreOptions options, String... more) throws SQLException {
    try (JdbcStore store = JdbcStore.open(options);
        Connection connection =
            DriverManager.getConnection(options.url(), options.user(), options.password());
        Statement statement = connection.createStatement()) {
      Scope scope = Shop.called("Лавка", store).scope(Mode.LIVE);
      CashRow.Made made = new CashRow.Made("Касса 1", "Касса 1", Instant.EPOCH);
      store.write(
          tx ->
              tx.cash()
                  .insert(
                      CashRow.fresh(
                          scope,
                          made,
                          CashKind.CASH_IN,
                          Money.ofTenge(1),
                          CashRow.Detail.because("размен"),
                          "a")));
      refuses(statement, "update cash_operation set amount = 2");
      refuses(statement, "delete from cash_operation where id > 0");
      for (String change : more) {
        refuses(statement, change);
      }
    }
  }

  private static void refuses(Statement statement, String change) {
    assertThatThrownBy(() -> statement.execute(change)).hasStackTraceContaining(AppendOnly.REFUSAL);
  }
}
