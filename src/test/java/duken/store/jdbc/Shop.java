package duken.store.jdbc;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.tenant.Tenant;
import duken.store.Scope;
import duken.store.Store;
import java.util.function.UnaryOperator;

/** A shop that sells: makes the records a test is about. */
public record Shop(long id, Store store) {

  public static Shop called(String name, Store store) {
    Tenant tenant = new Tenant(0, name, "Asia/Almaty", false, OnBothDatabases.NOON);
    return new Shop(store.write(tx -> tx.tenants().insert(tenant)).id(), store);
  }

  public Scope scope(Mode mode) {
    return new Scope(id, mode);
  }

  /** A stored invoice of 1 000 tenge by QR, from the desk, changed as the test likes. */
  public Invoice sells(UnaryOperator<Sale> changed) {
    Invoice invoice = changed.apply(Sale.of(id)).invoice();
    return store.write(tx -> tx.invoices().insert(invoice));
  }

  public Invoice sells() {
    return sells(sale -> sale);
  }

  public Invoice find(long invoiceId) {
    return store.<Invoice>read(tx -> tx.invoices().find(invoiceId).orElseThrow());
  }

  /** Moves a stored invoice's status, as settlement does. */
  public Invoice moves(Invoice invoice, InvoiceStatus to) {
    return store.write(
        tx -> {
          Invoice moved = Sale.moved(tx.invoices().lock(invoice.id()).orElseThrow(), to);
          if (!tx.invoices().update(moved)) {
            throw new AssertionError("lost under a lock");
          }
          tx.invoices().addHistory(Sale.entry(moved, invoice.state().status()));
          return moved;
        });
  }

  void notes(Invoice invoice) {
    HistoryEntry entry = Sale.entry(invoice, null);
    store.write(
        tx -> {
          tx.invoices().addHistory(entry);
          return null;
        });
  }
}
