package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.Money;
import duken.store.InvoiceQuery;
import duken.store.Invoices.Sums;
import duken.store.Page;
import duken.store.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database that sold before there were a tally and words. */
final class FillListsTest {

  @ParameterizedTest
  @EnumSource(Database.class)
  void whatWasSoldBeforeIsCountedSummedAndFound(Database database) throws SQLException {
    StoreOptions options =
        switch (database) {
          case H2 -> StoreOptions.at("jdbc:h2:mem:" + UUID.randomUUID());
          case POSTGRESQL -> TestStores.postgresOptions();
        };
    String user = database == Database.H2 ? "sa" : null;
    try (Connection held = DriverManager.getConnection(options.url(), user, "")) {
      Flyway.configure()
          .dataSource(options.url(), user, "")
          .locations("classpath:duken/store/migrations")
          .target("003")
          .load()
          .migrate();
      sell(held);
      try (JdbcStore store = JdbcStore.open(options)) {
        Scope shop = new Scope(1, Mode.LIVE);
        Wish wish = new Wish(InvoiceQuery.newest(10));

        assertThat(page(store, shop, wish).total()).isEqualTo(2);
        assertThat(page(store, shop, wish.searching("үйге")).total()).isEqualTo(1);
        assertThat(page(store, shop, wish.searching("0017")).total()).isEqualTo(1);
        assertThat(store.<Sums>read(tx -> tx.invoices().sums(shop, wish.query())))
            .isEqualTo(new Sums(Money.ofTenge(12), Money.ofTenge(2)));
      }
    }
  }

  private static Page<?> page(JdbcStore store, Scope shop, Wish wish) {
    return store.read(tx -> tx.invoices().list(shop, wish.query()));
  }

  private static void sell(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into tenant (name, timezone, suspended, created_at)"
              + " values ('Бұрынғы', 'Asia/Almaty', false, timestamp '2026-01-01 00:00:00')");
      for (String sale :
          new String[] {
            "1000, 'Заказ на ҮЙГЕ', 'ord-0017', 'PARTIALLY_REFUNDED', 200, 'a', '2026-05-14"
                + " 23:59:59'",
            "200, null, null, 'PAID', 0, 'b', '2026-05-15 00:00:00'"
          }) {
        String[] it = sale.split(", ");
        statement.execute(
            """
            insert into invoice (tenant_id, mode, kind, amount, description, external_order_id,
              pay_token, expires_at, origin, has_lines, status, progress, held, refunded, refunding,
              provider, created_at, updated_at, version)
            select 1, 'LIVE', 'QR', %s, %s, %s, %s, at, 'API', false, %s, 'WAITING', false, %s, 0,
              'x', at, at, 1 from (select timestamp %s as at) t
            """
                .formatted(it[0], it[1], it[2], it[5], it[3], it[4], it[6]));
      }
    }
  }
}
