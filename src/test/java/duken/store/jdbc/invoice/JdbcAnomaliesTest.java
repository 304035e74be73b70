package duken.store.jdbc.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Anomaly;
import duken.domain.Anomaly.Kind;
import duken.domain.Anomaly.Resolution;
import duken.domain.Invoice;
import duken.domain.Mode;
import duken.domain.Money;
import duken.store.Scope;
import duken.store.jdbc.OnBothDatabases;
import duken.store.jdbc.Race;
import duken.store.jdbc.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JdbcAnomaliesTest extends OnBothDatabases {

  @Test
  void anAnomalyIsReadBackAsItWasWritten() {
    Invoice invoice = shop.sells();
    Anomaly late = late(invoice, "900100");

    assertThat(inserts(late)).isTrue();

    assertThat(of(invoice))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .containsExactly(late);
    assertThat(of(invoice).getFirst().id()).isPositive();
  }

  @Test
  void theSameOddityIsStoredOnce() {
    Invoice invoice = shop.sells();
    Invoice other = shop.sells();

    assertThat(inserts(late(invoice, "1"))).isTrue();
    assertThat(inserts(late(invoice, "1"))).isFalse();
    assertThat(inserts(late(invoice, "2"))).isTrue();
    assertThat(inserts(late(invoice, null))).isTrue();
    assertThat(inserts(late(invoice, null))).isFalse();
    assertThat(inserts(odd(invoice, Kind.PAID_TWICE, "1"))).isTrue();
    assertThat(inserts(late(other, "1"))).isTrue();

    assertThat(of(invoice)).hasSize(4);
  }

  @Test
  void ofManyWhoReportItExactlyOneStoresIt() throws Exception {
    Invoice invoice = shop.sells();

    assertThat(Race.of(6, () -> inserts(late(invoice, "1")))).containsOnlyOnce(true);
    assertThat(of(invoice)).hasSize(1);
  }

  @Test
  void openAreOnesOwnThatNobodyResolved() {
    inserts(late(shop.sells(), "1"));
    inserts(late(shop.sells(sale -> sale.live()), "2"));
    inserts(late(Shop.called("Другая", store).sells(), "3"));
    inserts(late(shop.sells(), "4"));
    Anomaly first = open(10).getFirst();

    assertThat(open(10)).extracting(Anomaly::operationId).containsExactly("1", "4");
    assertThat(open(1)).containsExactly(first);

    assertThat(resolves(first)).isTrue();
    assertThat(resolves(first)).isFalse();
    assertThat(open(10)).extracting(Anomaly::operationId).containsExactly("4");
    Anomaly resolved = of(first.invoiceId()).getFirst();
    assertThat(resolved.resolution()).isEqualTo(Resolution.KEPT);
    assertThat(resolved.resolvedBy()).isEqualTo("Касса 1");
    assertThat(resolved.resolvedAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void ofTwoWhoResolveItExactlyOneWins() throws Exception {
    inserts(late(shop.sells(), "1"));
    Anomaly anomaly = open(1).getFirst();

    List<Boolean> won =
        Race.of(
            4,
            () ->
                store.write(
                    tx ->
                        tx.anomalies().lock(training, anomaly.id()).orElseThrow().resolvedAt()
                                == null
                            && tx.anomalies()
                                .resolve(anomaly.id(), Resolution.REFUNDED, "кто-то", NOON)));

    assertThat(won).containsOnlyOnce(true);
  }

  @Test
  void anotherShopCannotLockIt() {
    inserts(late(shop.sells(), "1"));
    long id = open(1).getFirst().id();
    Scope foreign = Shop.called("Другая", store).scope(Mode.TEST);

    boolean found = store.write(tx -> tx.anomalies().lock(foreign, id).isPresent());

    assertThat(found).isFalse();
  }

  private static Anomaly late(Invoice invoice, String operationId) {
    return odd(invoice, Kind.PAID_LATE, operationId);
  }

  private static Anomaly odd(Invoice invoice, Kind kind, String operationId) {
    return new Anomaly(
        0, invoice.id(), kind, Money.ofTenge(5), operationId, NOON, null, null, null);
  }

  private boolean inserts(Anomaly anomaly) {
    return store.write(tx -> tx.anomalies().insertIfNew(anomaly));
  }

  private boolean resolves(Anomaly anomaly) {
    return store.write(
        tx ->
            tx.anomalies().resolve(anomaly.id(), Resolution.KEPT, "Касса 1", NOON.plusSeconds(60)));
  }

  private List<Anomaly> of(Invoice invoice) {
    return of(invoice.id());
  }

  private List<Anomaly> of(long invoiceId) {
    return store.read(tx -> tx.anomalies().of(invoiceId));
  }

  private List<Anomaly> open(int limit) {
    return store.read(tx -> tx.anomalies().open(training, limit));
  }
}
