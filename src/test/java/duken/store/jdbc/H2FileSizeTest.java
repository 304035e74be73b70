package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Outbox.State;
import duken.store.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written and deleted again, day after day, does not make the file grow. */
class H2FileSizeTest {

  private static final int DAYS = 40;
  private static final int A_DAY = 25;
  private static final Duration KEPT = Duration.ofDays(7);

  @TempDir Path folder;

  private final Random random = new Random(1);

  @Test
  void theFileLevelsOff() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("duken");
    List<Long> sizes = new ArrayList<>();
    try (JdbcStore store = JdbcStore.open(StoreOptions.at(url));
        Connection connection = DriverManager.getConnection(url, "sa", "")) {
      reuseAtOnce(connection);
      Shop shop = Shop.called("Кофейня", store);
      Invoice invoice = shop.moves(shop.sells(), InvoiceStatus.PAID);
      for (int day = 0; day < DAYS; day++) {
        Instant now = OnBothDatabases.NOON.plus(Duration.ofDays(day));
        for (int i = 0; i < A_DAY; i++) {
          happens(store, invoice, now);
        }
        store.write(tx -> tx.expiredRows().deliveries(now.minus(KEPT), 0, 5_000));
        store.write(tx -> tx.expiredRows().histories(now.minus(KEPT), 0, 5_000));
        sizes.add(Files.size(folder.resolve("duken.mv.db")));
      }
    }

    long first = sizes.subList(0, DAYS / 2).stream().max(Long::compare).orElseThrow();
    long second = sizes.subList(DAYS / 2, DAYS).stream().max(Long::compare).orElseThrow();
    assertThat(second).as("bytes, day by day: %s", sizes).isLessThan(first + first / 3);
  }

  /**
   * H2 writes nothing over what is younger than 45 seconds. In a shop that is a handful of sales;
   * here it would be the whole month.
   */
  private static void reuseAtOnce(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    session.getDatabase().getStore().getMvStore().setRetentionTime(0);
  }

  /** A webhook with its body is queued and delivered, and the history gets its lines. */
  private void happens(JdbcStore store, Invoice invoice, Instant now) {
    byte[] noise = new byte[4096];
    random.nextBytes(noise);
    Delivery queued = delivery(invoice, HexFormat.of().formatHex(noise), now);
    store.write(
        tx -> {
          tx.outbox().insert(queued);
          for (int i = 0; i < 3; i++) {
            tx.invoices().addHistory(line(invoice, now));
          }
          return null;
        });
    store.write(
        tx -> {
          tx.outbox().update(delivered(tx.outbox().find(queued.id()).orElseThrow(), now));
          return null;
        });
  }

  private static HistoryEntry line(Invoice invoice, Instant now) {
    return new HistoryEntry(
        0,
        invoice.id(),
        "moved",
        null,
        InvoiceStatus.PAID,
        "Оплачено",
        now,
        new HistoryEntry.By(null, null, null));
  }

  private static Delivery delivery(Invoice invoice, String body, Instant now) {
    return new Delivery(
        UUID.randomUUID(),
        0,
        new Outbox.Message(
            new Scope(invoice.tenantId(), Mode.TEST),
            invoice.id(),
            "invoice.status_changed",
            body,
            now),
        "https://shop.example.kz/hooks",
        new Outbox.Progress(State.QUEUED, 0, now, null, null),
        new Outbox.LastAttempt(null, null, null));
  }

  private static Delivery delivered(Delivery it, Instant at) {
    return new Delivery(
        it.id(),
        it.sequence(),
        it.message(),
        it.url(),
        new Outbox.Progress(State.DELIVERED, 1, null, null, at),
        new Outbox.LastAttempt(200, null, at));
  }
}
