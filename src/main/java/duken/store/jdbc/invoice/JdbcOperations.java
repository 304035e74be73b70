package duken.store.jdbc.invoice;

import duken.domain.BankOperation;
import duken.store.Operations;
import duken.store.Scope;
import duken.store.jdbc.database.Rows;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlStatement;
import duken.store.jdbc.sql.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Table {@code bank_operation}. */
public final class JdbcOperations implements Operations {

  private final Handle handle;

  public JdbcOperations(Handle handle) {
    this.handle = handle;
  }

  @Override
  public BankOperation insert(BankOperation operation) {
    long id =
        bindBank(
                handle.createUpdate(
                    """
                    insert into bank_operation (invoice_id, number, mark, operation_id, qr_text,
                      pay_url, state, word, created_at, expires_at)
                    values (:invoice, :number, :mark, :operationId, :qrText, :payUrl, :state, :word,
                      :createdAt, :expiresAt)
                    """),
                operation)
            .bind("invoice", operation.invoiceId())
            .bind("number", operation.number())
            .bind("mark", operation.mark())
            .bind("createdAt", operation.createdAt())
            .executeAndReturnKey("id");
    return new BankOperation(
        id,
        operation.invoiceId(),
        operation.number(),
        operation.mark(),
        operation.operationId(),
        operation.qrText(),
        operation.payUrl(),
        operation.state(),
        operation.word(),
        UtcInstants.kept(operation.createdAt()),
        UtcInstants.kept(operation.expiresAt()));
  }

  @Override
  public void update(BankOperation operation) {
    bindBank(
            handle.createUpdate(
                """
                update bank_operation set operation_id = :operationId, qr_text = :qrText,
                  pay_url = :payUrl, state = :state, word = :word, expires_at = :expiresAt
                where id = :id
                """),
            operation)
        .bind("id", operation.id())
        .execute();
  }

  @Override
  public List<BankOperation> of(long invoiceId) {
    return handle
        .createQuery("select * from bank_operation where invoice_id = :invoice order by number")
        .bind("invoice", invoiceId)
        .map(row -> read(row))
        .list();
  }

  @Override
  public Optional<BankOperation> newestOf(long invoiceId) {
    return handle
        .createQuery(
            "select * from bank_operation where invoice_id = :invoice"
                + " order by number desc limit 1")
        .bind("invoice", invoiceId)
        .map(row -> read(row))
        .findOne();
  }

  @Override
  public List<BankOperation> withBankId(Scope scope, String operationId) {
    return handle
        .createQuery(
            """
            select bank_operation.* from bank_operation
              join invoice on invoice.id = bank_operation.invoice_id
            where bank_operation.operation_id = :operation
              and invoice.tenant_id = :tenant and invoice.mode = :mode
            order by bank_operation.id
            """)
        .bindMap(Rows.owner(scope))
        .bind("operation", operationId)
        .map(row -> read(row))
        .list();
  }

  private static <S extends SqlStatement<S>> S bindBank(S statement, BankOperation operation) {
    return statement
        .bind("operationId", operation.operationId())
        .bind("qrText", operation.qrText())
        .bind("payUrl", operation.payUrl())
        .bind("state", operation.state())
        .bind("word", operation.word())
        .bind("expiresAt", operation.expiresAt());
  }

  private static BankOperation read(ResultSet row) throws SQLException {
    return new BankOperation(
        row.getLong("id"),
        row.getLong("invoice_id"),
        row.getInt("number"),
        row.getString("mark"),
        row.getString("operation_id"),
        row.getString("qr_text"),
        row.getString("pay_url"),
        Rows.word(row, "state", BankOperation.State.class),
        row.getString("word"),
        UtcInstants.read(row, "created_at"),
        UtcInstants.read(row, "expires_at"));
  }
}
