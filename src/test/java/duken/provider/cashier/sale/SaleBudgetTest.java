package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.store.Store;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sale through a cashier's session may cost the database: counts, not times. */
class SaleBudgetTest {

  /** Four of them for the words of its order number and its description. */
  private static final int STATEMENTS_OF_A_QR = 10;

  @TempDir Path ledger;

  @Test
  void aQrCostsFewStatementsAndWaitsForTheDiskOnce() throws SQLException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    Counted store = new Counted(JdbcStore.open(StoreOptions.at(url)));
    try (CashierShop its = CashierShop.open(ledger, Map.of(), store).signedIn();
        Connection statistics = DriverManager.getConnection(url, "sa", "");
        Statement ask = statistics.createStatement()) {
      its.qr();
      ask.execute("set query_statistics true");
      int synced = store.synced.get();
      int read = store.read.get();
      its.qr();

      assertThat(store.synced.get() - synced).as("waits for the disk").isEqualTo(1);
      assertThat(store.read.get() - read).as("reading transactions").isZero();
      assertThat(statements(ask)).as("statements").isLessThanOrEqualTo(STATEMENTS_OF_A_QR);
    }
  }

  @Test
  void whatTheBankRepeatsAboutAFreshQrCostsNoTransaction() {
    Counted store =
        new Counted(JdbcStore.open(StoreOptions.at("jdbc:h2:mem:" + UUID.randomUUID())));
    try (CashierShop its = CashierShop.open(ledger, Map.of(), store).signedIn()) {
      its.qr();
      int touched = store.synced.get() + store.read.get();
      int asked = its.bank.counts().total();
      its.shop.clock.pass(Duration.ofSeconds(4));
      its.shop.engine.poller().round();
      its.shop.engine.poller().awaitQuiet(Duration.ofSeconds(10));

      assertThat(its.bank.counts().total()).isGreaterThan(asked);
      assertThat(store.synced.get() + store.read.get()).isEqualTo(touched);
    }
  }

  private static int statements(Statement ask) throws SQLException {
    try (ResultSet sum =
        ask.executeQuery(
            "select sum(execution_count) from information_schema.query_statistics"
                + " where sql_statement not like 'set %' and sql_statement not like 'COMMIT%'")) {
      sum.next();
      return sum.getInt(1);
    }
  }

  private static final class Counted implements Store {
    private final Store store;
    private final AtomicInteger synced = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();

    Counted(Store store) {
      this.store = store;
    }

    @Override
    public <T> T write(Function<Tx, T> work) {
      synced.incrementAndGet();
      return store.write(work);
    }

    @Override
    public <T> T writeAhead(Function<Tx, T> work) {
      return store.writeAhead(work);
    }

    @Override
    public void writeLightly(Consumer<Tx> work) {
      store.writeLightly(work);
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
      read.incrementAndGet();
      return store.read(work);
    }

    @Override
    public boolean isAlive() {
      return store.isAlive();
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
