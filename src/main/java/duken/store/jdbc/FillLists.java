package duken.store.jdbc;

import duken.store.jdbc.search.InvoiceWords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Fills {@code invoice_tally} and {@code invoice_word} from the invoices there are. */
public final class FillLists implements JavaMigration {

  static final String INSERT_WORD =
      "insert into invoice_word (tenant_id, mode, word, invoice_id, created_at)"
          + " values (?, ?, ?, ?, ?)";

  private static final int BATCH = 1000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("005");
  }

  @Override
  public String getDescription() {
    return "fill lists";
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
    fill(context.getConnection());
  }

  /** Makes both anew; the caller sees to it that nobody sells meanwhile. */
  public static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from invoice_tally");
      statement.executeUpdate("delete from invoice_word");
      statement.executeUpdate(
          """
          insert into invoice_tally (tenant_id, mode, utc_day, status, invoices, amount, refunded)
          select tenant_id, mode, cast(floor(extract(epoch from created_at) / 86400) as integer),
            status, count(*), sum(amount), sum(refunded)
          from invoice
          group by tenant_id, mode, cast(floor(extract(epoch from created_at) / 86400) as integer),
            status
          """);
    }
    long reached = 0;
    do {
      reached = fillWords(connection, reached);
    } while (reached > 0);
  }

  /** The words of the next invoices; the last one's id, 0 when there is no more. */
  private static long fillWords(Connection connection, long after) throws SQLException {
    long last = 0;
    try (PreparedStatement read =
            connection.prepareStatement(
                "select id, tenant_id, mode, external_order_id, description, created_at from"
                    + " invoice where id > ? order by id limit "
                    + BATCH);
        PreparedStatement write = connection.prepareStatement(INSERT_WORD)) {
      read.setLong(1, after);
      boolean any = false;
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          last = row.getLong("id");
          Set<String> words =
              InvoiceWords.of(row.getString("external_order_id"), row.getString("description"));
          for (String word : words) {
            write.setLong(1, row.getLong("tenant_id"));
            write.setString(2, row.getString("mode"));
            write.setBytes(3, InvoiceWords.bytes(word));
            write.setLong(4, last);
            write.setObject(5, row.getObject("created_at", OffsetDateTime.class));
            write.addBatch();
            any = true;
          }
        }
      }
      if (any) {
        write.executeBatch();
      }
    }
    return last;
  }
}
