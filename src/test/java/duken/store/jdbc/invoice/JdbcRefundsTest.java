package duken.store.jdbc.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.Refund;
import duken.domain.Refund.Initiator;
import duken.domain.Refund.Status;
import duken.store.Scope;
import duken.store.jdbc.OnBothDatabases;
import duken.store.jdbc.Race;
import duken.store.jdbc.Shop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbcRefundsTest extends OnBothDatabases {

  private static final Invoice.CartLine BUN =
      new Invoice.CartLine(0, 7L, "Самса", Money.ofTenge(500), Money.ofTenge(500), 2, 1, null);

  private Invoice sale;

  @BeforeEach
  void sell() {
    sale = shop.sells(made -> made.cart(BUN).being(InvoiceStatus.PAID));
  }

  @Test
  void aRefundIsReadBackAsItWasWritten() {
    Refund.Line line =
        new Refund.Line(
            0,
            sale.terms().items().getFirst().id(),
            7L,
            "Самса",
            Money.ofTenge(500),
            1,
            Money.ofTenge(450));
    Refund asked =
        new Refund(
            0,
            shop.id(),
            Mode.TEST,
            sale.id(),
            new Refund.Terms(Money.ofTenge(450), "Брак", Initiator.CASHIER, List.of(line), NOON),
            new Refund.State(Status.PENDING, null, null, null, null),
            new Refund.Sending(Money.ofTenge(100), null, null));

    Refund stored = store.write(tx -> tx.refunds().insert(asked));

    assertThat(stored.id()).isPositive();
    assertThat(stored.terms().items().getFirst().id()).isPositive();
    assertThat(stored)
        .usingRecursiveComparison()
        .ignoringFields("id", "terms.items.id")
        .isEqualTo(asked);
    assertThat(of(sale)).containsExactly(stored);
  }

  @Test
  void anUpdateWinsOnlyFromTheExpectedStatus() {
    Refund pending = refunds(100, NOON);
    Refund done =
        pending.with(new Refund.State(Status.COMPLETED, "R-1", "E", "слова", NOON.plusSeconds(5)));

    assertThat(updates(done, Status.PROCESSING)).isFalse();
    assertThat(of(sale)).containsExactly(pending);
    assertThat(updates(done, Status.PENDING)).isTrue();
    assertThat(updates(done, Status.PENDING)).isFalse();
    assertThat(of(sale)).containsExactly(done);
  }

  @Test
  void ofTwoWhoSettleARefundExactlyOneWins() throws Exception {
    Refund pending = refunds(100, NOON);
    Refund done = pending.with(new Refund.State(Status.COMPLETED, "R-1", null, null, NOON));

    assertThat(Race.of(4, () -> updates(done, Status.PENDING))).containsOnlyOnce(true);
  }

  @Test
  void anotherShopAndTheOtherModeFindNothing() {
    Refund own = refunds(100, NOON);
    Shop other = Shop.called("Другая", store);

    assertThat(finds(training, own.id())).containsExactly(own);
    assertThat(finds(shop.scope(Mode.LIVE), own.id())).isEmpty();
    assertThat(finds(other.scope(Mode.TEST), own.id())).isEmpty();
  }

  @Test
  void underWayAreThoseTheBankHasNotSpokenAbout() {
    Refund pending = refunds(100, NOON);
    Refund processing =
        refunds(100, NOON).with(new Refund.State(Status.PROCESSING, null, null, null, null));
    updates(processing, Status.PENDING);
    updates(
        refunds(100, NOON).with(new Refund.State(Status.FAILED, null, null, null, NOON)),
        Status.PENDING);

    List<Refund> underWay = store.read(tx -> tx.refunds().underWay(10));

    assertThat(underWay).containsExactly(pending, processing);
    assertThat(store.<List<Refund>>read(tx -> tx.refunds().underWay(1))).containsExactly(pending);
  }

  private Refund refunds(long tenge, Instant at) {
    Refund refund =
        new Refund(
            0,
            shop.id(),
            Mode.TEST,
            sale.id(),
            new Refund.Terms(Money.ofTenge(tenge), null, Initiator.API, List.of(), at),
            new Refund.State(Status.PENDING, null, null, null, null),
            new Refund.Sending(Money.ZERO, null, null));
    return store.write(tx -> tx.refunds().insert(refund));
  }

  private boolean updates(Refund refund, Status expected) {
    return store.write(tx -> tx.refunds().update(refund, expected));
  }

  private List<Refund> of(Invoice invoice) {
    return store.read(tx -> tx.refunds().of(invoice.id()));
  }

  private List<Refund> finds(Scope scope, long id) {
    return store.read(tx -> tx.refunds().find(scope, id).stream().toList());
  }
}
