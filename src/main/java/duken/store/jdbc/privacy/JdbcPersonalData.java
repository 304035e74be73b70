package duken.store.jdbc.privacy;

import duken.store.ExpiredRows.Piece;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.Update;
import duken.store.jdbc.sql.UtcInstants;
import duken.store.privacy.PersonalData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Walks along the numbers of invoices, which grow with their age. */
public final class JdbcPersonalData implements PersonalData {

  private static final String HOLDS = "(phone is not null or payer_name is not null)";

  private static final String IS_OVER =
      " and status not in ('PENDING', 'CANCELLING') and refunding = 0"
          + " and not exists (select 1 from anomaly a"
          + " where a.invoice_id = invoice.id and a.resolution is null)";

  private final Handle handle;

  /** Works in the transaction of {@code handle}. */
  public JdbcPersonalData(Handle handle) {
    this.handle = handle;
  }

  private record Row(long id, long tenantId, Holding holding) {}

  private record Body(String id, String text) {}

  @Override
  public Piece wipe(Instant before, long after, int most) {
    List<Row> old = old(before, after, most);
    List<Long> numbers = old.stream().map(Row::id).toList();
    if (!numbers.isEmpty()) {
      wipe(numbers);
      handle
          .createUpdate(
              "insert into personal_data_held (invoice_id) select id from invoice"
                  + " where id in (<numbers>) and "
                  + HOLDS
                  + " and not exists (select 1 from personal_data_held h"
                  + " where h.invoice_id = invoice.id)")
          .bindList("numbers", numbers)
          .execute();
    }
    return piece(old, after, most);
  }

  @Override
  public Piece wipeHeld(long after, int most) {
    List<Long> numbers =
        handle
            .createQuery(
                "select invoice_id from personal_data_held where invoice_id > :after"
                    + " order by invoice_id limit :most")
            .bind("after", after)
            .bind("most", most)
            .mapTo(Long.class)
            .list();
    if (numbers.isEmpty()) {
      return new Piece(after, false);
    }
    wipe(numbers);
    handle
        .createUpdate(
            "delete from personal_data_held where invoice_id in (<numbers>)"
                + " and not exists (select 1 from invoice"
                + " where id = personal_data_held.invoice_id and "
                + HOLDS
                + ")")
        .bindList("numbers", numbers)
        .execute();
    return new Piece(numbers.getLast(), numbers.size() == most);
  }

  @Override
  public Look look(long tenantId, Instant before, long after, int most) {
    List<Row> old = old(before, after, most);
    List<Holding> holdings =
        old.stream()
            .filter(row -> row.tenantId() == tenantId)
            .map(Row::holding)
            .filter(holding -> holding.name() || holding.phone())
            .toList();
    return new Look(holdings, piece(old, after, most));
  }

  @Override
  public long held(long tenantId) {
    return handle
        .createQuery(
            "select count(*) from personal_data_held h join invoice i on i.id = h.invoice_id"
                + " where i.tenant_id = :tenant")
        .bind("tenant", tenantId)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public long buyers(long tenantId, Instant from, Instant until) {
    return handle
        .createQuery(
            "select count(*) from marketplace_buyer where ordered_at >= :from"
                + " and ordered_at < :until and tenant_id = :tenant")
        .bind("from", from)
        .bind("until", until)
        .bind("tenant", tenantId)
        .mapTo(Long.class)
        .one();
  }

  private void wipe(List<Long> numbers) {
    List<Long> over =
        handle
            .createQuery("select id from invoice where id in (<numbers>) and " + HOLDS + IS_OVER)
            .bindList("numbers", numbers)
            .mapTo(Long.class)
            .list();
    if (over.isEmpty()) {
      return;
    }
    // What the bank said of a failure may name the customer too.
    handle
        .createUpdate(
            "update invoice set phone = null, phone_reversed = null, payer_name = null,"
                + " error_message = null, version = version + 1 where id in (<numbers>)"
                + IS_OVER)
        .bindList("numbers", over)
        .execute();
    handle
        .createUpdate(
            "update refund set error_message = null where invoice_id in (<numbers>)"
                + " and error_message is not null")
        .bindList("numbers", over)
        .execute();
    wipeBodies(over);
  }

  private void wipeBodies(List<Long> invoices) {
    List<Body> bodies =
        handle
            .createQuery(
                "select cast(id as varchar(36)) as id, body from webhook_delivery"
                    + " where invoice_id in (<numbers>)")
            .bindList("numbers", invoices)
            .map(row -> new Body(row.getString("id"), row.getString("body")))
            .list();
    Update update =
        handle.createUpdate(
            "update webhook_delivery set body = :body where id = cast(:id as uuid)");
    boolean any = false;
    for (Body body : bodies) {
      String wiped = DeliveredBody.withoutCustomer(body.text());
      if (!wiped.equals(body.text())) {
        update.bind("id", body.id()).bind("body", wiped).add();
        any = true;
      }
    }
    if (any) {
      update.executeBatch();
    }
  }

  /** The invoices at the beginning that were made before {@code before}. */
  private List<Row> old(Instant before, long after, int most) {
    List<Row> old = new ArrayList<>();
    for (Row row :
        handle
            .createQuery(
                "select id, tenant_id, created_at, payer_name, phone from invoice"
                    + " where id > :after order by id limit :most")
            .bind("after", after)
            .bind("most", most)
            .map(
                it ->
                    new Row(
                        it.getLong("id"),
                        it.getLong("tenant_id"),
                        new Holding(
                            UtcInstants.read(it, "created_at"),
                            it.getString("payer_name") != null,
                            it.getString("phone") != null)))
            .list()) {
      if (!row.holding().createdAt().isBefore(before)) {
        return old;
      }
      old.add(row);
    }
    return old;
  }

  private static Piece piece(List<Row> old, long after, int most) {
    return new Piece(old.isEmpty() ? after : old.getLast().id(), old.size() == most);
  }
}
