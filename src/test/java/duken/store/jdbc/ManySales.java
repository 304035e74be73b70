package duken.store.jdbc;

import duken.domain.CanonicalStatus;
import duken.domain.InvoiceStatus;
import duken.domain.Phone;
import duken.store.jdbc.row.InvoiceRows;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** A year of a busy shop's sales, the same for the same number, written in batches. */
public final class ManySales {

  /** How far back the oldest lies. */
  public static final Duration SPAN = Duration.ofDays(365);

  private static final int BATCH = 1000;
  private static final List<String> NAMES =
      List.of("Асель Т.", "Ержан К.", "Гүлнар Ә.", "Иван П.", "Марат С.", "Дана Ж.", "Ольга В.");
  private static final List<String> WORDS =
      List.of("кофе", "самса", "доставка", "үйге", "капучино", "латте", "обед", "столик");

  private final Random random = new Random(20261121);
  private final long tenantId;
  private final int count;
  private final Instant until;
  private long firstNumber;

  /** One sale every so often, up to {@code until}, in training mode. */
  public ManySales(long tenantId, int count, Instant until) {
    this.tenantId = tenantId;
    this.count = count;
    this.until = until;
  }

  /** Writes them into a database that has our tables, and lets the lists know. */
  public void into(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    firstNumber = count(connection) + 1;
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into invoice (tenant_id, mode, kind, amount, description, external_order_id,
              phone, phone_reversed, pay_token, expires_at, origin, has_lines, status, progress,
              held, payer_name, paid_at, refunded, refunding, provider, operation_id, created_at,
              updated_at, version, search_text, number, canonical_status)
            values (?, 'TEST', 'QR', ?, ?, ?, ?, ?, ?, ?, 'API', false, ?, 'WAITING', false, ?, ?,
              ?, 0, 'sandbox', ?, ?, ?, 2, ?, ?, ?)
            """)) {
      for (int i = 0; i < count; i++) {
        bind(insert, i);
        insert.addBatch();
        if (i % BATCH == BATCH - 1) {
          insert.executeBatch();
        }
        if (i % (10 * BATCH) == 0) {
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
    count(connection, firstNumber + count - 1);
    goods(connection);
    FillLists.fill(connection);
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      // As autovacuum does in time, and H2 while the shop sells.
      String database = connection.getMetaData().getDatabaseProductName();
      statement.execute(database.equals("PostgreSQL") ? "vacuum analyze" : "analyze");
    }
  }

  private long count(Connection connection) throws SQLException {
    try (PreparedStatement read =
        connection.prepareStatement(
            "select last_number from invoice_number where tenant_id = ? and mode = 'TEST'")) {
      read.setLong(1, tenantId);
      try (ResultSet row = read.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void count(Connection connection, long last) throws SQLException {
    try (PreparedStatement write =
        connection.prepareStatement(
            "update invoice_number set last_number = ? where tenant_id = ? and mode = 'TEST'")) {
      write.setLong(1, last);
      write.setLong(2, tenantId);
      write.executeUpdate();
    }
  }

  /** One item for every ten sales. */
  private void goods(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into catalog_item (tenant_id, mode, name, price, unit_id, created_at, updated_at,
              name_search)
            values (?, 'TEST', ?, ?, 1, ?, ?, ?)
            """)) {
      for (int i = 0; i < count / 10; i++) {
        String name = "%s №%d".formatted(WORDS.get(random.nextInt(WORDS.size())), i);
        insert.setLong(1, tenantId);
        insert.setString(2, name);
        insert.setLong(3, 50_000);
        insert.setObject(4, utc(until));
        insert.setObject(5, utc(until));
        insert.setString(6, InvoiceRows.searchable(name));
        insert.addBatch();
        if (i % BATCH == BATCH - 1) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    connection.commit();
  }

  private void bind(PreparedStatement insert, int i) throws SQLException {
    Instant at = until.minus(SPAN).plus(SPAN.dividedBy(count).multipliedBy(i));
    InvoiceStatus status = status(i);
    long amount = (100 + random.nextInt(50_000)) * 100L;
    String order = random.nextInt(10) < 6 ? "order-%07d".formatted(i) : null;
    String description =
        random.nextInt(10) < 4
            ? "Заказ №%d, %s".formatted(i, WORDS.get(random.nextInt(WORDS.size())))
            : null;
    Phone phone =
        random.nextBoolean() ? Phone.parse("870%08d".formatted(random.nextInt(100_000_000))) : null;
    boolean paid = status.hasMoney();
    insert.setLong(1, tenantId);
    insert.setLong(2, amount);
    insert.setString(3, description);
    insert.setString(4, order);
    insert.setString(5, phone == null ? null : phone.national());
    insert.setString(6, phone == null ? null : InvoiceRows.reversed(phone.national()));
    insert.setString(7, "many-" + tenantId + "-" + i);
    insert.setObject(8, utc(at.plus(Duration.ofMinutes(20))));
    insert.setString(9, status.name());
    insert.setString(10, paid ? NAMES.get(random.nextInt(NAMES.size())) : null);
    insert.setObject(11, paid ? utc(at.plusSeconds(40)) : null);
    insert.setLong(12, status == InvoiceStatus.REFUNDED ? amount : 0);
    insert.setString(13, "op-" + i);
    insert.setObject(14, utc(at));
    insert.setObject(15, utc(at.plusSeconds(40)));
    insert.setString(16, text(order, description));
    insert.setLong(17, firstNumber + i);
    insert.setString(18, CanonicalStatus.of(status).wire());
  }

  /** Nine of ten are paid; one in ten thousand gave back a part. */
  private InvoiceStatus status(int i) {
    if (i % 10_000 == 5_000) {
      return InvoiceStatus.PARTIALLY_REFUNDED;
    }
    int dice = random.nextInt(100);
    if (dice < 90) {
      return InvoiceStatus.PAID;
    }
    return dice < 92
        ? InvoiceStatus.REFUNDED
        : dice < 94 ? InvoiceStatus.CANCELLED : InvoiceStatus.EXPIRED;
  }

  private static String text(String order, String description) {
    if (order == null && description == null) {
      return null;
    }
    String both =
        order == null ? description : description == null ? order : order + "\n" + description;
    return InvoiceRows.searchable(both);
  }

  private static OffsetDateTime utc(Instant instant) {
    return UtcInstants.kept(instant).atOffset(ZoneOffset.UTC);
  }
}
