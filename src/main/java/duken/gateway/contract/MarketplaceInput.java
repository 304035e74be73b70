package duken.gateway.contract;

import duken.domain.marketplace.MarketplaceOrder.Canonical;
import duken.gateway.http.HttpRequest;
import duken.gateway.input.QueryFields;
import duken.store.MarketplaceOrders;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Paging and filters of the list of orders. The marketplace's own words pass as they are. */
final class MarketplaceInput {

  private static final int LARGEST_PAGE = 100;
  private static final int USUAL_PAGE = 10;
  private static final long FARTHEST = 1_000_000_000L;
  private static final int LONGEST_SEARCH = 100;

  private MarketplaceInput() {}

  /**
   * Which orders are asked for.
   *
   * @throws duken.domain.Refusal VALIDATION
   */
  static MarketplaceOrders.Query orders(HttpRequest httpRequest) {
    QueryFields fields = new QueryFields(httpRequest);
    Set<Canonical> canonical = EnumSet.noneOf(Canonical.class);
    for (String word : fields.words("canonical_status")) {
      try {
        canonical.add(Canonical.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException _) {
        fields.complain("canonical_status", "choice");
      }
    }
    Instant from = fields.from("from", "date_from");
    Instant until = fields.until("to", "date_to");
    if (from != null && until != null && !until.isAfter(from)) {
      fields.complain(fields.nameGiven("to", "date_to"), "time.order");
    }
    int limit = (int) fields.number(USUAL_PAGE, 1, LARGEST_PAGE, "limit", "per_page");
    long offset =
        fields.nameGiven("offset") != null
            ? fields.number(0, 0, FARTHEST, "offset")
            : (fields.number(1, 1, FARTHEST / limit, "page") - 1) * limit;
    MarketplaceOrders.Query query =
        new MarketplaceOrders.Query(
            words(fields, "state"),
            words(fields, "status"),
            canonical,
            from,
            until,
            fields.text("search", LONGEST_SEARCH),
            limit,
            offset);
    fields.check();
    return query;
  }

  private static Set<String> words(QueryFields fields, String name) {
    return fields.words(name).stream()
        .map(word -> word.toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
