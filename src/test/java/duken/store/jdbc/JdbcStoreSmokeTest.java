package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.tenant.Tenant;
import duken.store.InvoiceQuery;
import duken.store.Scope;
import duken.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JdbcStoreSmokeTest {

  @Test
  void h2KeepsAnInvoice() {
    try (Store store = TestStores.h2InMemoryOrTempFile()) {
      keepsAnInvoice(store);
    }
  }

  @Test
  void postgresKeepsAnInvoice() {
    try (Store store = TestStores.postgres()) {
      keepsAnInvoice(store);
    }
  }

  private static void keepsAnInvoice(Store store) {
    Instant now = Instant.now();
    Tenant tenant =
        store.write(r -> r.tenants().insert(new Tenant(0, "A", "Asia/Almaty", false, now)));
    Invoice made =
        store.write(
            r ->
                r.invoices()
                    .insert(
                        new Invoice(
                            0,
                            0,
                            tenant.id(),
                            Mode.TEST,
                            PaymentKind.QR,
                            new Invoice.Terms(
                                Money.ofTenge(5),
                                null,
                                new Invoice.Order(null, null, null),
                                null,
                                List.of(),
                                "tok",
                                now,
                                new Invoice.Channel(Invoice.Origin.API, null),
                                null),
                            Invoice.State.fresh(),
                            Invoice.BankSide.unspoken("sandbox"),
                            new Invoice.Revision(now, now, 0))));
    Optional<Invoice> found = store.read(r -> r.invoices().find(made.id()));
    assertThat(found).contains(made);
    assertThat(
            store
                .read(
                    r ->
                        r.invoices()
                            .list(new Scope(tenant.id(), Mode.TEST), InvoiceQuery.newest(10)))
                .rows())
        .containsExactly(made);
  }
}
