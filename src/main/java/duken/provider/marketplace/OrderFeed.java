package duken.provider.marketplace;

import duken.domain.marketplace.MarketplaceOrder;
import duken.domain.marketplace.MarketplaceOrder.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/**
 * The orders of a shop at the marketplace. Every method makes one round of calls and repeats
 * nothing; whoever reads may ask again. A token that was refused is remembered and not used again
 * until the shop is connected anew or a probe succeeds.
 */
public final class OrderFeed {

  /** Where orders lie in the cabinet while something is to do (sheet, section 4). */
  public static final List<String> OPEN_STATES =
      List.of("NEW", "SIGN_REQUIRED", "PICKUP", "DELIVERY", "KASPI_DELIVERY");

  /** Where finished ones lie. */
  public static final String ARCHIVE = "ARCHIVE";

  private static final int PAGE = 100;

  private final MarketplaceAccounts accounts;
  private final MarketplaceCalls calls;

  OrderFeed(MarketplaceAccounts accounts, MarketplaceCalls calls) {
    this.accounts = accounts;
    this.calls = calls;
  }

  /** How an attempt to read or to write ended. */
  public sealed interface Reading<T> {

    /** It was answered. */
    record Got<T>(T value) implements Reading<T> {}

    /** No token, or one that Kaspi refuses. */
    record SignedOut<T>() implements Reading<T> {}

    /** Kaspi answered that it cannot be. */
    record Refused<T>(int status) implements Reading<T> {}

    /** Not now: it may be tried again later. */
    record Later<T>(boolean silent) implements Reading<T> {}
  }

  /**
   * A part of the orders: those that lie there now and were made in a span of less than 14 days.
   *
   * @param from the first instant, UTC
   * @param to the last one
   */
  public record Slice(String state, Instant from, Instant to) {}

  /**
   * One page of a list.
   *
   * @param pages how many there are
   * @param total of orders
   */
  public record Page(List<MarketplaceOrder> orders, int pages, long total) {}

  /** How a change ended. */
  public sealed interface Written {
    /** Kaspi's answer: the status after it. */
    record Answered(String status, String state, boolean assembled) implements Written {}

    /** Surely not done. */
    record Refused() implements Written {}

    /** Surely not done: the token is worth nothing. */
    record SignedOut() implements Written {}

    /** Surely not done: it never left. */
    record NotSent() implements Written {}

    /** Nobody knows. */
    record Doubt() implements Written {}
  }

  /** Whether the shop is connected and its token was not refused. */
  public boolean isUsable(long tenantId) {
    return accounts.of(tenantId).isPresent()
        && !MarketplaceAccounts.REFUSED.equals(accounts.trouble(tenantId));
  }

  /** Whether the shop is connected. */
  public boolean isConnected(long tenantId) {
    return accounts.of(tenantId).isPresent();
  }

  /** What is in the way: {@code token_refused}, {@code unsure}, or null. */
  public String trouble(long tenantId) {
    return accounts.trouble(tenantId);
  }

  /** The number of the shop that is sent along, or null. */
  public String shopNumber(long tenantId) {
    return accounts.of(tenantId).map(MarketplaceAccount::shop).orElse(null);
  }

  /** The lock that keeps one shop's calls and what is stored of them in order. */
  public ReentrantLock lock(long tenantId) {
    return accounts.of(tenantId).map(calls::lock).orElseGet(ReentrantLock::new);
  }

  /**
   * A page of a part of the orders.
   *
   * @param page from 0
   */
  public Reading<Page> page(long tenantId, Slice slice, int page, Deadline deadline) {
    return accounts
        .of(tenantId)
        .map(account -> page(tenantId, account, slice, page, PAGE, deadline))
        .orElseGet(Reading.SignedOut::new);
  }

  /** An order by its number; empty when Kaspi finds none, which proves nothing. */
  public Reading<Optional<MarketplaceOrder>> byCode(long tenantId, String code, Deadline deadline) {
    Optional<MarketplaceAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return new Reading.SignedOut<>();
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("filter[orders][code]", code);
    query.put("include[orders]", "entries");
    return read(
        tenantId,
        calls.get(account.get(), "orders/by-code", "/orders", query, deadline),
        body -> OrderReader.list(body).stream().filter(it -> it.code().equals(code)).findFirst());
  }

  /** The lines of an order, with the product of each asked for where its SKU is not told. */
  public Reading<List<Line>> lines(long tenantId, String orderId, Deadline deadline) {
    Optional<MarketplaceAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return new Reading.SignedOut<>();
    }
    Reading<List<JsonNode>> entries =
        read(
            tenantId,
            calls.get(
                account.get(),
                "orders/entries",
                "/orders/" + segment(orderId) + "/entries",
                Map.of(),
                deadline),
            OrderReader::entries);
    return switch (entries) {
      case Reading.Got<List<JsonNode>>(List<JsonNode> all) -> {
        List<Line> lines = new ArrayList<>();
        for (JsonNode entry : all) {
          lines.add(OrderReader.line(entry, product(tenantId, account.get(), entry, deadline)));
        }
        yield new Reading.Got<>(lines);
      }
      case Reading.SignedOut<List<JsonNode>> _ -> new Reading.SignedOut<>();
      case Reading.Refused<List<JsonNode>>(int status) -> new Reading.Refused<>(status);
      case Reading.Later<List<JsonNode>>(boolean silent) -> new Reading.Later<>(silent);
    };
  }

  /** Changes an order, once. */
  public Written write(
      long tenantId, MarketplaceOrder order, OrderAction action, Deadline deadline) {
    Optional<MarketplaceAccount> account = accounts.of(tenantId);
    if (account.isEmpty()) {
      return new Written.SignedOut();
    }
    Map<String, Object> body =
        Map.of(
            "data",
            Map.of(
                "type", "orders", "id", order.id(), "attributes", action.attributes(order.code())));
    return switch (calls.post(
        account.get(), "orders/" + action.word(), body, action.headers(), deadline)) {
      case MarketplaceReply.Success(JsonNode answer) -> {
        JsonNode attributes = answer.path("data").path("attributes");
        yield new Written.Answered(
            attributes.path("status").asString(""),
            attributes.path("state").asString(""),
            attributes.path("assembled").asBoolean(false));
      }
      case MarketplaceReply.Unauthorized() -> {
        accounts.trouble(tenantId, MarketplaceAccounts.REFUSED);
        yield new Written.SignedOut();
      }
      case MarketplaceReply.Refused _, MarketplaceReply.Busy _ -> new Written.Refused();
      case MarketplaceReply.NotSent _ -> new Written.NotSent();
      case MarketplaceReply.Failed _, MarketplaceReply.Lost _ -> new Written.Doubt();
    };
  }

  /**
   * Takes note of how many orders Kaspi told of over all states and 14 days: none is not zero but
   * unsure when there were some before, or when the number of the shop may be missing.
   */
  public void told(long tenantId, long total) {
    accounts
        .of(tenantId)
        .ifPresent(
            account -> {
              boolean unsure = total == 0 && (account.shop() == null || accounts.hasSeen(tenantId));
              if (total > 0) {
                accounts.seen(tenantId);
              }
              accounts.trouble(tenantId, unsure ? MarketplaceAccounts.UNSURE : null);
            });
  }

  /** Whether Kaspi's last "no orders" may be wrong. */
  public boolean isUnsure(long tenantId) {
    return MarketplaceAccounts.UNSURE.equals(accounts.trouble(tenantId));
  }

  Reading<Page> page(
      long tenantId,
      MarketplaceAccount account,
      Slice slice,
      int page,
      int size,
      Deadline deadline) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("page[number]", Integer.toString(page));
    query.put("page[size]", Integer.toString(size));
    query.put("filter[orders][state]", slice.state());
    query.put("filter[orders][creationDate][$ge]", Long.toString(slice.from().toEpochMilli()));
    query.put("filter[orders][creationDate][$le]", Long.toString(slice.to().toEpochMilli()));
    query.put("include[orders]", "entries");
    return read(
        tenantId,
        calls.get(account, "orders/list", "/orders", query, deadline),
        body -> {
          List<MarketplaceOrder> orders = OrderReader.list(body);
          return new Page(
              orders,
              body.path("meta").path("pageCount").asInt(orders.size() < size ? page + 1 : page + 2),
              body.path("meta").path("totalCount").asLong(orders.size()));
        });
  }

  private JsonNode product(
      long tenantId, MarketplaceAccount account, JsonNode entry, Deadline deadline) {
    JsonNode nothing = entry.path("nothing");
    if (OrderReader.sku(entry) != null) {
      return nothing;
    }
    String path = "/orderentries/" + segment(entry.path("id").asString("")) + "/product";
    return read(
                tenantId,
                calls.get(account, "orderentries/product", path, Map.of(), deadline),
                body -> body.path("data").path("attributes"))
            instanceof Reading.Got<JsonNode>(JsonNode product)
        ? product
        : nothing;
  }

  private <T> Reading<T> read(
      long tenantId, MarketplaceReply reply, java.util.function.Function<JsonNode, T> reader) {
    return switch (reply) {
      case MarketplaceReply.Success(JsonNode body) -> new Reading.Got<>(reader.apply(body));
      case MarketplaceReply.Unauthorized() -> {
        if (tenantId > 0) {
          accounts.trouble(tenantId, MarketplaceAccounts.REFUSED);
        }
        yield new Reading.SignedOut<>();
      }
      case MarketplaceReply.Refused(int status) -> new Reading.Refused<>(status);
      case MarketplaceReply.Busy(), MarketplaceReply.Failed _ -> new Reading.Later<>(false);
      case MarketplaceReply.NotSent _, MarketplaceReply.Lost _ -> new Reading.Later<>(true);
    };
  }

  private static String segment(String id) {
    return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
