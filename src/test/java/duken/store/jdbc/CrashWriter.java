package duken.store.jdbc;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.store.Outbox;
import duken.store.Outbox.Delivery;
import duken.store.Outbox.State;
import duken.store.Scope;
import duken.store.Store.Tx;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A program that sells without end and says each sale's id when the store has acknowledged it:
 * {@code created ID}, then {@code paid ID}. Somebody kills it.
 */
final class CrashWriter {

  private static final PrintStream OUT =
      new PrintStream(System.out, true, StandardCharsets.US_ASCII);

  private CrashWriter() {}

  public static void main(String[] args) {
    JdbcStore store = JdbcStore.open(StoreOptions.inFolder(Path.of(args[0])));
    long tenant = store.<Long>read(tx -> tx.tenants().all().getFirst().id());
    OUT.println("ready");
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      Thread.ofPlatform().start(() -> sell(store, tenant));
    }
  }

  private static void sell(JdbcStore store, long tenant) {
    while (true) {
      Invoice made =
          store.write(
              tx -> {
                Invoice invoice = tx.invoices().insert(Sale.of(tenant).invoice());
                tx.invoices().addHistory(Sale.entry(invoice, null));
                return invoice;
              });
      OUT.println("created " + made.id());
      store.write(tx -> pay(tx, made));
      OUT.println("paid " + made.id());
    }
  }

  /** What settlement writes: status, history and webhook in one transaction. */
  static boolean pay(Tx tx, Invoice made) {
    Invoice paid = Sale.moved(tx.invoices().lock(made.id()).orElseThrow(), InvoiceStatus.PAID);
    tx.invoices().addHistory(Sale.entry(paid, InvoiceStatus.PENDING));
    tx.outbox().insert(event(paid));
    return tx.invoices().update(paid);
  }

  private static Delivery event(Invoice invoice) {
    return new Delivery(
        UUID.randomUUID(),
        0,
        new Outbox.Message(
            new Scope(invoice.tenantId(), invoice.mode()),
            invoice.id(),
            "invoice.status_changed",
            "{\"event\":\"invoice.status_changed\",\"invoice\":{\"id\":" + invoice.id() + "}}",
            invoice.revision().updatedAt()),
        "http://127.0.0.1/hook",
        new Outbox.Progress(State.QUEUED, 0, invoice.revision().updatedAt(), null, null),
        new Outbox.LastAttempt(null, null, null));
  }
}
