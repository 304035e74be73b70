package duken.store.jdbc;

import duken.store.ExpiredRows;
import duken.store.jdbc.search.InvoiceWords;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Update;
import duken.store.jdbc.sql.UtcInstants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks along the numbers of rows, which grow with their age: no index on a time is needed, and
 * none has to be kept up with every sale.
 */
final class JdbcExpiredRows implements ExpiredRows {

  private final Handle handle;

  JdbcExpiredRows(Handle handle) {
    this.handle = handle;
  }

  private record Row(long number, Instant at) {}

  @Override
  public Piece deliveries(Instant before, long after, int most) {
    List<Row> old =
        old(
            "select sequence, created_at from webhook_delivery where sequence > :after"
                + " order by sequence limit :most",
            before,
            after,
            most);
    delete(
        "delete from webhook_delivery where sequence in (<numbers>) and state = 'DELIVERED'"
            + " and due_at is null and delivered_at < :before",
        old,
        before);
    return piece(old, after, most);
  }

  @Override
  public Piece histories(Instant before, long after, int most) {
    List<Row> old =
        old(
            "select id, happened_at from invoice_history where id > :after"
                + " order by id limit :most",
            before,
            after,
            most);
    delete(
        "delete from invoice_history where id in (<numbers>) and happened_at < :before"
            + " and (invoice_id is null or exists (select 1 from invoice i"
            + " where i.id = invoice_history.invoice_id"
            + " and i.status not in ('PENDING', 'CANCELLING')))"
            + " and not exists (select 1 from anomaly a"
            + " where a.invoice_id = invoice_history.invoice_id and a.resolution is null)",
        old,
        before);
    return piece(old, after, most);
  }

  @Override
  public Piece words(Instant before, long after, int most) {
    Update delete =
        handle.createUpdate(
            "delete from invoice_word where tenant_id = :tenant and mode = :mode and word = :word"
                + " and invoice_id = :invoice");
    List<Row> old = new ArrayList<>();
    boolean[] any = {false};
    handle
        .createQuery(
            "select id, tenant_id, mode, external_order_id, description, created_at from invoice"
                + " where id > :after order by id limit :most")
        .bind("after", after)
        .bind("most", most)
        .map(
            row -> {
              Row one = new Row(row.getLong("id"), UtcInstants.read(row, "created_at"));
              if (old.size() == row.getRow() - 1 && one.at().isBefore(before)) {
                old.add(one);
                delete.bind("tenant", row.getLong("tenant_id")).bind("mode", row.getString("mode"));
                delete.bind("invoice", one.number());
                for (String word :
                    InvoiceWords.of(
                        row.getString("external_order_id"), row.getString("description"))) {
                  delete.bind("word", InvoiceWords.bytes(word)).add();
                  any[0] = true;
                }
              }
              return one;
            })
        .list();
    if (any[0]) {
      delete.executeBatch();
    }
    return piece(old, after, most);
  }

  /** The rows at the beginning that are older than {@code before}. */
  private List<Row> old(String sql, Instant before, long after, int most) {
    List<Row> old = new ArrayList<>();
    for (Row row :
        handle
            .createQuery(sql)
            .bind("after", after)
            .bind("most", most)
            .map(
                it ->
                    new Row(
                        it.getLong(1), UtcInstants.read(it, it.getMetaData().getColumnLabel(2))))
            .list()) {
      if (!row.at().isBefore(before)) {
        return old;
      }
      old.add(row);
    }
    return old;
  }

  private void delete(String sql, List<Row> rows, Instant before) {
    if (!rows.isEmpty()) {
      handle
          .createUpdate(sql)
          .bindList("numbers", rows.stream().map(Row::number).toList())
          .bind("before", before)
          .execute();
    }
  }

  private static Piece piece(List<Row> old, long after, int most) {
    return new Piece(old.isEmpty() ? after : old.getLast().number(), old.size() == most);
  }
}
