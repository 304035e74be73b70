package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Canonical;
import duken.domain.marketplace.MarketplaceOrder.Facts;
import duken.domain.marketplace.MarketplaceOrder.Line;
import duken.domain.marketplace.MarketplaceOrder.Standing;
import duken.store.MarketplaceOrders;
import duken.store.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JdbcMarketplaceOrdersTest extends OnBothDatabases {

  private static final String NEW = "APPROVED_BY_BANK";

  @Test
  void anOrderComesBackAsItWasKept() {
    MarketplaceOrder order = order("1", NEW, NOON);
    put(null, order);

    assertThat(find("1")).contains(order);
    assertThat(find("code-1")).contains(order);
    MarketplaceOrder taken =
        order.with(
            new Standing("PICKUP", "ACCEPTED_BY_MERCHANT", Canonical.PENDING, false, "accept"));
    put(order, taken.with((List<Line>) null));
    assertThat(find("1")).contains(taken);
  }

  @Test
  void newOrdersAreCountedForTheirShopOnly() {
    put(null, order("1", NEW, NOON));
    put(null, order("2", NEW, NOON.plusSeconds(60)));
    put(null, order("3", "COMPLETED", NOON.minus(Duration.ofDays(30))));
    long other = Shop.called("Другая", store).id();

    assertThat(tally(shop.id())).isEqualTo(new MarketplaceOrders.Tally(2, NOON.plusSeconds(60)));
    assertThat(tally(other)).isEqualTo(new MarketplaceOrders.Tally(0, null));
    assertThat(oldest(NOON.minus(Duration.ofDays(60)))).contains(NOON.minus(Duration.ofDays(30)));
    assertThat(oldest(NOON.minus(Duration.ofDays(20)))).isEmpty();
  }

  @Test
  void aListIsFilteredByWhereWhatAndWords() {
    put(null, order("1", NEW, NOON));
    put(null, order("2", "COMPLETED", NOON.plusSeconds(1)));

    assertThat(list(Set.of(NEW), null).rows())
        .extracting(MarketplaceOrder::id)
        .containsExactly("1");
    assertThat(list(Set.of(), "sku-2").rows())
        .extracting(MarketplaceOrder::id)
        .containsExactly("2");
    assertThat(list(Set.of(), "%").total()).isZero();
    assertThat(list(Set.of(), null).rows())
        .extracting(MarketplaceOrder::id)
        .containsExactly("2", "1");
  }

  @Test
  void aBuyerIsKeptOnceAndForgottenWithTime() {
    put(null, order("1", NEW, NOON));
    put(null, order("2", NEW, NOON.minus(Duration.ofDays(91))));
    keep("1", "first", NOON);
    keep("1", "second", NOON);
    keep("2", "old", NOON.minus(Duration.ofDays(91)));

    assertThat(forget(NOON.minus(Duration.ofDays(90)))).isEqualTo(1);
    assertThat(buyer("1").map(String::new)).contains("first");
    assertThat(buyer("2")).isEmpty();
    assertThat(find("2")).isPresent();
  }

  private void keep(String id, String sealed, Instant at) {
    store.write(
        tx -> {
          tx.marketplaceBuyers().keep(shop.id(), id, sealed.getBytes(), at);
          return null;
        });
  }

  private int forget(Instant before) {
    return store.write(tx -> tx.marketplaceBuyers().forget(before));
  }

  private Optional<byte[]> buyer(String id) {
    return store.read(tx -> tx.marketplaceBuyers().find(shop.id(), id));
  }

  private MarketplaceOrders.Tally tally(long tenant) {
    return store.read(tx -> tx.marketplaceOrders().tally(tenant, NEW));
  }

  private Optional<Instant> oldest(Instant from) {
    return store.read(tx -> tx.marketplaceOrders().oldest(shop.id(), "COMPLETED", from));
  }

  private Page<MarketplaceOrder> list(Set<String> statuses, String search) {
    return store.read(
        tx ->
            tx.marketplaceOrders()
                .list(
                    shop.id(),
                    new MarketplaceOrders.Query(
                        Set.of(), statuses, Set.of(), null, null, search, 10, 0)));
  }

  private Optional<MarketplaceOrder> find(String name) {
    return store.read(tx -> tx.marketplaceOrders().find(shop.id(), name));
  }

  private void put(MarketplaceOrder before, MarketplaceOrder order) {
    store.write(
        tx -> {
          tx.marketplaceOrders().put(shop.id(), before, order, NOON);
          return null;
        });
  }

  private static MarketplaceOrder order(String id, String status, Instant at) {
    return new MarketplaceOrder(
        id,
        "code-" + id,
        new Standing("NEW", status, Canonical.PENDING, false, null),
        new Facts(1_850_000, at, "PREPAID", null, true, Map.of("pre_order", "true")),
        List.of(new Line("SKU-" + id, "Кофемолка", new BigDecimal("1.5"), 100, 150)),
        null);
  }
}
