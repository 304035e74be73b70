package duken.store.jdbc;

import duken.store.jdbc.search.InvoiceWords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Takes away the indexes that cost each sale something and serve nobody, or what another one serves
 * as well (decision record 0063). H2 keeps one more for each foreign key.
 */
final class DropSpareIndexes implements JavaMigration {

  private record Key(String table, String column) {}

  /**
   * Shops and invoices are never deleted, and these columns are written in the transaction that has
   * read or made what they name: the keys watched over nothing.
   */
  private static final List<Key> SPARE_ON_H2 =
      List.of(
          new Key("invoice", "tenant_id"),
          new Key("invoice", "settles_invoice_id"),
          new Key("bank_operation", "invoice_id"));

  /** The index of the foreign key serves what this one does: H2 sorts the few rows it finds. */
  private static final String DOUBLED_ON_H2 = "drop index invoice_history_by_invoice";

  private static final List<String> CHANGES =
      List.of(
          "drop index invoice_by_number",
          "drop index invoice_open",
          "drop index invoice_by_end",
          "create index invoice_by_end on invoice (status, expires_at, id)",
          "drop index bank_operation_by_state",
          // What a search finds by the number of the payment is a word now.
          "drop index invoice_by_provider_payment",
          // Few at a time instead of a place for each invoice.
          "drop index invoice_unannounced",
          """
          create table paid_unannounced (
            invoice_id  bigint primary key,
            tenant_id   bigint not null,
            mode        varchar(8) not null
          )
          """,
          "create index paid_unannounced_by_shop on paid_unannounced (tenant_id, mode)",
          """
          insert into paid_unannounced (invoice_id, tenant_id, mode)
          select id, tenant_id, mode from invoice
          where origin = 'DESK' and announced_at is null and paid_at is not null
          """);

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("350");
  }

  @Override
  public String getDescription() {
    return "drop spare indexes";
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
    fillPaymentWords(connection);
    try (Statement statement = connection.createStatement()) {
      for (String change : CHANGES) {
        statement.execute(change);
      }
      if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
        statement.execute(DOUBLED_ON_H2);
        for (Key key : SPARE_ON_H2) {
          drop(connection, statement, key.table(), key.column());
        }
      }
    }
  }

  private static void drop(Connection connection, Statement statement, String table, String column)
      throws SQLException {
    for (String name : namesOfKeys(connection, table, column)) {
      statement.execute("alter table %s drop constraint \"%s\"".formatted(table, name));
    }
  }

  private static List<String> namesOfKeys(Connection connection, String table, String column)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet key =
        connection
            .getMetaData()
            .getImportedKeys(null, connection.getSchema(), table.toUpperCase(Locale.ROOT))) {
      while (key.next()) {
        if (key.getString("FKCOLUMN_NAME").equalsIgnoreCase(column)) {
          names.add(key.getString("FK_NAME"));
        }
      }
    }
    return names;
  }

  private static void fillPaymentWords(Connection connection) throws SQLException {
    try (Statement read = connection.createStatement();
        ResultSet row =
            read.executeQuery(
                "select id, tenant_id, mode, provider_payment_id, created_at from invoice"
                    + " where provider_payment_id is not null");
        PreparedStatement write = connection.prepareStatement(FillLists.INSERT_WORD)) {
      while (row.next()) {
        write.setLong(1, row.getLong("tenant_id"));
        write.setString(2, row.getString("mode"));
        write.setBytes(3, InvoiceWords.ofPayment(row.getString("provider_payment_id")));
        write.setLong(4, row.getLong("id"));
        write.setObject(5, row.getObject("created_at", OffsetDateTime.class));
        write.execute();
      }
    }
  }
}
