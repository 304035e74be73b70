package duken.provider.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Canonical;
import duken.domain.marketplace.MarketplaceOrder.Standing;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a status that was read makes of an order that is known. */
public final class OrderMeaning {

  /** The status of an order nobody has taken yet. */
  public static final String NEW = KaspiOrderStatus.APPROVED_BY_BANK.name();

  /** The status of an order that may still be returned. */
  public static final String HANDED_OVER = KaspiOrderStatus.COMPLETED.name();

  private OrderMeaning() {}

  /** What an order means for money once it has this status after what it meant before. */
  public static Canonical meaning(MarketplaceOrder order, MarketplaceOrder before) {
    return KaspiOrderStatus.of(order.status()).after(before == null ? null : before.canonical());
  }

  /** Whether the order was cancelled although it had been completed. */
  public static boolean isOdd(MarketplaceOrder order, MarketplaceOrder before) {
    return before != null && KaspiOrderStatus.of(order.status()).isOddAfter(before.canonical());
  }

  /** The same order with another status, as an answer to a change told it. */
  public static MarketplaceOrder changed(
      MarketplaceOrder order, OrderFeed.Written.Answered answer) {
    Map<String, String> details = new LinkedHashMap<>(order.facts().details());
    if (answer.assembled()) {
      details.put("assembled", "true");
    }
    String status = answer.status().isEmpty() ? order.status() : answer.status();
    return new MarketplaceOrder(
        order.id(),
        order.code(),
        new Standing(
            answer.state().isEmpty() ? order.state() : answer.state(),
            status,
            order.canonical(),
            KaspiOrderStatus.of(status).isFinished(),
            null),
        order.facts().with(details),
        order.lines(),
        order.buyer());
  }
}
