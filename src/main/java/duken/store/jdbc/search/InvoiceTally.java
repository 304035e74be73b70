package duken.store.jdbc.search;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.sql.Handle;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Table {@code invoice_tally}: how many invoices of a UTC day are in a status, and their sums, so
 * that a list knows how long it is without walking it. What a transaction changes waits here until
 * right before its commit and is written under the slot {@link NamedLocks.Purpose#CHANGES}, which
 * every transaction that moves an invoice takes there anyway.
 */
public final class InvoiceTally {

  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

  private final Handle handle;
  private final NamedLocks locks;
  private final Map<Cell, Change> waiting = new LinkedHashMap<>();

  private record Cell(long tenantId, Mode mode, long day, InvoiceStatus status) {}

  private record Change(long invoices, long amount, long refunded) {

    Change plus(Change other) {
      return new Change(
          invoices + other.invoices, amount + other.amount, refunded + other.refunded);
    }

    boolean isNothing() {
      return invoices == 0 && amount == 0 && refunded == 0;
    }
  }

  public InvoiceTally(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
  }

  /** The UTC day an instant lies in, since 1970-01-01. */
  static long day(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), DAY_SECONDS);
  }

  /** The first instant of such a day. */
  static Instant beginning(long day) {
    return Instant.ofEpochSecond(day * DAY_SECONDS);
  }

  public void made(Invoice invoice) {
    add(
        invoice,
        invoice.state().status(),
        new Change(
            1, invoice.terms().amount().tiyn(), invoice.state().refunds().refunded().tiyn()));
  }

  public void moved(InvoiceStatus from, Money refundedBefore, Invoice invoice) {
    long amount = invoice.terms().amount().tiyn();
    add(invoice, from, new Change(-1, -amount, -refundedBefore.tiyn()));
    add(
        invoice,
        invoice.state().status(),
        new Change(1, amount, invoice.state().refunds().refunded().tiyn()));
  }

  private void add(Invoice invoice, InvoiceStatus status, Change change) {
    Cell cell =
        new Cell(invoice.tenantId(), invoice.mode(), day(invoice.revision().createdAt()), status);
    waiting.merge(cell, change, Change::plus);
  }

  /** Writes what waits. From here to the commit no other transaction changes the tally. */
  public void flush() {
    waiting.values().removeIf(Change::isNothing);
    if (waiting.isEmpty()) {
      return;
    }
    locks.take(NamedLocks.Purpose.CHANGES);
    waiting.forEach(this::write);
    waiting.clear();
  }

  private void write(Cell cell, Change change) {
    int rows =
        run(
            """
            update invoice_tally set invoices = invoices + :invoices, amount = amount + :amount,
              refunded = refunded + :refunded
            where tenant_id = :tenant and mode = :mode and utc_day = :day and status = :status
            """,
            cell,
            change);
    if (rows == 0) {
      run(
          """
          insert into invoice_tally (tenant_id, mode, utc_day, status, invoices, amount, refunded)
          values (:tenant, :mode, :day, :status, :invoices, :amount, :refunded)
          """,
          cell,
          change);
    }
  }

  private int run(String sql, Cell cell, Change change) {
    return handle
        .createUpdate(sql)
        .bind("invoices", change.invoices())
        .bind("amount", change.amount())
        .bind("refunded", change.refunded())
        .bind("tenant", cell.tenantId())
        .bind("mode", cell.mode())
        .bind("day", cell.day())
        .bind("status", cell.status())
        .execute();
  }
}
