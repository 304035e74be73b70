package duken.api.orders;

import java.util.List;

/** What is told about the orders of a shop as a whole, and of buyers. */
public final class OrdersJson {

  private OrdersJson() {}

  /** {@code GET /api/v1/marketplace/orders}: a page, newest first. */
  public record Listing(List<OrderJson> data, Meta meta) {}

  /** Where a page lies. */
  public record Meta(long total) {}

  /**
   * {@code GET /desk/v1/marketplace}: how a shop stands with its orders.
   *
   * @param trouble {@code token_refused}, {@code unsure} or null
   * @param merchantUid number of the shop, or null
   * @param newOrders how many nobody has taken yet
   * @param newestAt when the last of them was made, or null
   * @param importedFrom since when orders are here, or null
   * @param progress of the newest import, or null
   */
  public record Standing(
      boolean connected,
      String trouble,
      String merchantUid,
      long newOrders,
      String newestAt,
      String importedFrom,
      Progress progress) {}

  /**
   * How an import goes.
   *
   * @param state {@code running}, {@code done}, {@code stopped}, {@code unsure}, {@code
   *     signed_out}, {@code refused} or {@code silent}
   */
  public record Progress(
      String state, long ordersRead, int windowsDone, int windows, String startedAt) {}

  /** {@code POST /desk/v1/marketplace/fetch}: import orders since then. */
  public record Fetch(String from) {}

  /** {@code GET /desk/v1/marketplace/orders/{order}/buyer}. Personal. */
  public record Buyer(String name, String phone) {

    @Override
    public String toString() {
      return "Buyer";
    }
  }
}
