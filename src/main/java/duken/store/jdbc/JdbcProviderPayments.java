package duken.store.jdbc;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.store.ProviderPayments;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Tables {@code provider_payment} and {@code processed_callback}. */
final class JdbcProviderPayments implements ProviderPayments {

  private final Handle handle;

  JdbcProviderPayments(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Row insert(Row fresh) {
    long id =
        handle
            .createUpdate(
                """
                insert into provider_payment (tenant_id, invoice_id, provider, kind, mark, amount,
                  payment_id, alternate_id, operation_id, transaction_id, status, created_at)
                values (:tenant, :invoice, :provider, :kind, :mark, :amount, :paymentId,
                  :alternateId, :operationId, :transactionId, :status, :createdAt)
                """)
            .bind("tenant", fresh.attempt().tenantId())
            .bind("invoice", fresh.attempt().invoiceId())
            .bind("provider", fresh.provider())
            .bind("kind", fresh.attempt().kind())
            .bind("mark", fresh.attempt().mark())
            .bind("amount", fresh.attempt().amount().tiyn())
            .bind("paymentId", fresh.names().paymentId())
            .bind("alternateId", fresh.names().alternateId())
            .bind("operationId", fresh.names().operationId())
            .bind("transactionId", fresh.names().transactionId())
            .bind("status", fresh.status())
            .bind("createdAt", fresh.createdAt())
            .executeAndReturnKey("id");
    return handle
        .createQuery("select * from provider_payment where id = :id")
        .bind("id", id)
        .map(row -> read(row))
        .one();
  }

  @Override
  public void update(Row row) {
    handle
        .createUpdate(
            """
            update provider_payment set alternate_id = :alternateId, operation_id = :operationId,
              transaction_id = :transactionId, status = :status
            where id = :id
            """)
        .bind("alternateId", row.names().alternateId())
        .bind("operationId", row.names().operationId())
        .bind("transactionId", row.names().transactionId())
        .bind("status", row.status())
        .bind("id", row.id())
        .execute();
  }

  @Override
  public int count(long invoiceId, String mark) {
    return handle
        .createQuery(
            "select count(*) from provider_payment where invoice_id = :invoice and mark = :mark")
        .bind("invoice", invoiceId)
        .bind("mark", mark)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public Optional<Row> named(String provider, long tenantId, String identifier) {
    return handle
        .createQuery(
            """
            select * from provider_payment
            where provider = :provider and tenant_id = :tenant
              and (payment_id = :identifier or alternate_id = :identifier)
            """)
        .bind("provider", provider)
        .bind("tenant", tenantId)
        .bind("identifier", identifier)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public Optional<Row> ofOperation(String provider, long tenantId, String operationId) {
    return handle
        .createQuery(
            """
            select * from provider_payment
            where provider = :provider and tenant_id = :tenant and operation_id = :operation
            order by id desc limit 1
            """)
        .bind("provider", provider)
        .bind("tenant", tenantId)
        .bind("operation", operationId)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public boolean isProcessed(String digest, Instant since) {
    return handle
            .createQuery(
                "select count(*) from processed_callback"
                    + " where digest = :digest and processed_at >= :since")
            .bind("digest", digest)
            .bind("since", since)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  @Override
  public void markProcessed(String digest, Instant at) {
    handle
        .createUpdate("delete from processed_callback where digest = :digest")
        .bind("digest", digest)
        .execute();
    handle
        .createUpdate("insert into processed_callback (digest, processed_at) values (:digest, :at)")
        .bind("digest", digest)
        .bind("at", at)
        .execute();
  }

  @Override
  public int forgetProcessed(Instant time) {
    return handle
        .createUpdate("delete from processed_callback where processed_at < :time")
        .bind("time", time)
        .execute();
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        new ProviderPayments.Attempt(
            row.getLong("tenant_id"),
            row.getLong("invoice_id"),
            row.getString("mark"),
            Rows.word(row, "kind", PaymentKind.class),
            Money.ofTiyn(row.getLong("amount"))),
        row.getString("provider"),
        new ProviderPayments.Names(
            row.getString("payment_id"),
            row.getString("alternate_id"),
            row.getString("operation_id"),
            row.getString("transaction_id")),
        row.getString("status"),
        UtcInstants.read(row, "created_at"));
  }
}
