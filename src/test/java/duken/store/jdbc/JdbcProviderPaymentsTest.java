package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.CanonicalStatus;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.store.ProviderPayments;
import duken.store.ProviderPayments.Row;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JdbcProviderPaymentsTest extends OnBothDatabases {

  private static final String KASPI = "KASPI_1738665600000_A7BX3K2";

  @Test
  void aPaymentIsFoundByEveryNameItHas() {
    Row stored = keep(row(shop.sells().id(), KASPI, null));
    Row named = renamed(stored, "28857600000001", "700000123");

    assertThat(find(KASPI)).contains(named);
    assertThat(find("28857600000001")).contains(named);
    assertThat(find("700000123")).isEmpty();
    assertThat(
            store.<Optional<Row>>read(
                tx -> tx.providerPayments().ofOperation("epay", training.tenantId(), "700000123")))
        .contains(named);
  }

  @Test
  void anotherShopsPaymentIsNotFound() {
    keep(row(shop.sells().id(), KASPI, null));

    assertThat(
            store.<Optional<Row>>read(
                tx -> tx.providerPayments().named("epay", training.tenantId() + 1, KASPI)))
        .isEmpty();
  }

  @Test
  void twoPaymentsNeverHaveTheSameIdentifier() {
    long invoice = shop.sells().id();
    keep(row(invoice, KASPI, null));

    assertThatThrownBy(() -> keep(row(invoice, KASPI, null))).isInstanceOf(RuntimeException.class);
  }

  @Test
  void theTriesOfAnInvoiceAreCounted() {
    long invoice = shop.sells().id();
    keep(row(invoice, KASPI, null));
    keep(row(invoice, "KASPI_1738665600000_A7BX3K3", null));

    assertThat(store.<Integer>read(tx -> tx.providerPayments().count(invoice, "mark")))
        .isEqualTo(2);
    assertThat(store.<Integer>read(tx -> tx.providerPayments().count(invoice, "other"))).isZero();
  }

  @Test
  void aProcessedMessageIsRememberedForAWhile() {
    store.write(
        tx -> {
          tx.providerPayments().markProcessed("digest", NOON);
          tx.providerPayments().markProcessed("digest", NOON);
          return null;
        });

    assertThat(isProcessed(NOON)).isTrue();
    assertThat(isProcessed(NOON.plusSeconds(1))).isFalse();
    assertThat(
            store.<Integer>write(tx -> tx.providerPayments().forgetProcessed(NOON.plusSeconds(1))))
        .isOne();
    assertThat(isProcessed(NOON)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(InvoiceStatus.class)
  void theDatabaseHoldsTheOneMappingOfTheSevenStatuses(InvoiceStatus status) {
    long invoice = shop.sells().id();

    for (CanonicalStatus canonical : CanonicalStatus.values()) {
      boolean fits = CanonicalStatus.of(status) == canonical;
      String sql =
          "update invoice set status = '%s', canonical_status = '%s' where id = %d"
              .formatted(status.name(), canonical.wire(), invoice);
      if (fits) {
        execute(sql);
      } else {
        assertThatThrownBy(() -> execute(sql)).as("%s as %s", status, canonical).isNotNull();
      }
    }
  }

  private void execute(String sql) {
    store.within(handle -> handle.createUpdate(sql).execute());
  }

  private boolean isProcessed(java.time.Instant since) {
    return store.<Boolean>read(tx -> tx.providerPayments().isProcessed("digest", since));
  }

  private Row keep(Row row) {
    return store.write(tx -> tx.providerPayments().insert(row));
  }

  private Row renamed(Row row, String alternate, String operation) {
    Row named =
        row(row.id(), row.attempt().invoiceId(), row.names().paymentId(), alternate, operation);
    store.write(
        tx -> {
          tx.providerPayments().update(named);
          return null;
        });
    return named;
  }

  private Optional<Row> find(String identifier) {
    return store.read(tx -> tx.providerPayments().named("epay", training.tenantId(), identifier));
  }

  private Row row(long invoiceId, String paymentId, String alternate) {
    return row(0, invoiceId, paymentId, alternate, null);
  }

  private Row row(long id, long invoiceId, String paymentId, String alternate, String operationId) {
    return new Row(
        id,
        new ProviderPayments.Attempt(
            training.tenantId(), invoiceId, "mark", PaymentKind.QR, Money.ofTenge(100)),
        "epay",
        new ProviderPayments.Names(paymentId, alternate, operationId, null),
        "NEW",
        NOON);
  }
}
