package duken.simulator.marketplace;

import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls 1 to 5 and 8 of the sheet. */
final class ShopApi {

  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TYPE = "application/vnd.api+json;charset=UTF-8";
  private static final String STATUS = "filter[orders][status]";
  private static final String SIGNED = "filter[orders][signatureRequired]";
  private static final long LONGEST = Duration.ofDays(14).toMillis();

  private final ShopBook book;
  private final Supplier<Long> now;
  private final Supplier<Boolean> revoked;

  ShopApi(ShopBook book, Supplier<Long> now, Supplier<Boolean> revoked) {
    this.book = book;
    this.now = now;
    this.revoked = revoked;
  }

  Reply answer(Request request) {
    String token = request.header("X-Auth-Token").orElse("");
    boolean several = token.equals(MarketplaceSimulator.TOKEN_OF_SEVERAL);
    if (revoked.get() || !(several || token.equals(MarketplaceSimulator.TOKEN))) {
      return error(401, "token");
    }
    boolean blind =
        several
            && !request
                .header("X-Merchant-Uid")
                .filter(MarketplaceSimulator.UID::equals)
                .isPresent();
    String path = request.path().replaceFirst("^" + MarketplaceSimulator.BASE, "");
    List<String> parts = List.of(path.split("/")).stream().map(ShopApi::decoded).toList();
    Map<String, String> query = query(request.query());
    if (path.equals("/orders")) {
      return switch (request.method()) {
        case "POST" -> write(request, blind);
        case "GET" -> list(query, blind);
        default -> error(405, "orders are read by GET and changed by POST");
      };
    }
    if (!request.method().equals("GET")) {
      return error(405, "this is read by GET");
    }
    if (parts.size() >= 3 && parts.get(1).equals("orders") && !blind) {
      ShopOrder order = book.find(parts.get(2)).orElse(null);
      if (order != null && parts.size() == 3) {
        return json(200, Map.of("data", order.json()));
      }
      if (order != null && parts.size() == 4 && parts.get(3).equals("entries")) {
        return json(200, Map.of("data", List.of(order.entry())));
      }
    }
    if (parts.size() == 4
        && parts.get(1).equals("orderentries")
        && parts.get(3).equals("product")
        && !blind) {
      return book.all().stream()
          .filter(it -> it.entryId().equals(parts.get(2)))
          .findFirst()
          .map(
              it ->
                  json(
                      200,
                      Map.of(
                          "data",
                          Map.of(
                              "type",
                              "masterproducts",
                              "attributes",
                              Map.of("code", it.sku(), "name", "Goods " + it.sku())))))
          .orElseGet(() -> error(404, "not found"));
    }
    return error(404, "not found");
  }

  private Reply list(Map<String, String> query, boolean blind) {
    String code = query.get("filter[orders][code]");
    if (code != null) {
      List<ShopOrder> found = blind ? List.of() : book.withCode(code).stream().toList();
      return page(found, found.size(), 1, query);
    }
    try {
      int page = Integer.parseInt(query.get("page[number]"));
      int size = Integer.parseInt(query.get("page[size]"));
      long from = Long.parseLong(query.get("filter[orders][creationDate][$ge]"));
      long to =
          Long.parseLong(
              query.getOrDefault("filter[orders][creationDate][$le]", Long.toString(now.get())));
      String state = query.get("filter[orders][state]");
      if (state == null || page < 0 || size < 1 || size > 100 || to - from > LONGEST) {
        return error(400, "a parameter is missing or the window exceeds 14 days");
      }
      List<ShopOrder> all =
          blind
              ? List.of()
              : book.all().stream()
                  .filter(it -> it.state().equals(state))
                  .filter(it -> it.created() >= from && it.created() <= to)
                  .filter(it -> it.status().equals(query.getOrDefault(STATUS, it.status())))
                  .filter(_ -> !"true".equals(query.get(SIGNED)))
                  .toList();
      return page(
          all.stream().skip((long) page * size).limit(size).toList(),
          all.size(),
          (all.size() + size - 1) / size,
          query);
    } catch (NumberFormatException _) {
      return error(400, "page[number], page[size] and $ge are numbers and must be there");
    }
  }

  private Reply write(Request request, boolean blind) {
    if (blind) {
      return error(404, "order not found");
    }
    try {
      JsonNode data = JSON.readTree(request.body()).path("data");
      boolean sends = request.header("X-Send-Code").filter("true"::equals).isPresent();
      ShopOrder order =
          book.change(data, sends ? request.header("X-Security-Code").orElse(null) : null);
      return json(200, Map.of("data", order.json()));
    } catch (ShopBook.Refused e) {
      return error(400, e.getMessage());
    } catch (JacksonException _) {
      return error(400, "no JSON");
    }
  }

  private static Reply page(
      List<ShopOrder> orders, int total, int pages, Map<String, String> query) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", orders.stream().map(ShopOrder::json).toList());
    if (List.of(query.getOrDefault("include[orders]", "").split(",")).contains("entries")) {
      body.put("included", orders.stream().map(ShopOrder::entry).toList());
    }
    body.put("meta", Map.of("pageCount", pages, "totalCount", total));
    return json(200, body);
  }

  static Reply json(int status, Object body) {
    return Reply.of(status, TYPE, JSON.writeValueAsBytes(body));
  }

  static Reply error(int status, String title) {
    return json(status, Map.of("errors", List.of(Map.of("title", title))));
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String one : text.split("&")) {
      int mark = one.indexOf('=');
      if (mark > 0) {
        query.put(decoded(one.substring(0, mark)), decoded(one.substring(mark + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
