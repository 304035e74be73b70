package duken.simulator.marketplace;

import duken.simulator.marketplace.MarketplaceSimulator.Fault;
import duken.simulator.wire.OperatorFiles;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The operator's side: the page at {@code /} and the same as JSON.
 *
 * <table>
 * <caption>The control API</caption>
 * <tr><th>Call</th><th>Body</th><th>Does</th></tr>
 * <tr><td>{@code GET /control/state}</td><td></td><td>everything</td></tr>
 * <tr><td>{@code POST /control/orders}</td><td>{@code {"kaspiDelivery":false,"preOrder":false,
 * "state":"NEW","status":"APPROVED_BY_BANK","created":1778769000000}}</td><td>a new order</td></tr>
 * <tr><td>{@code POST /control/orders/CODE}</td><td>{@code {"state":"ARCHIVE","status":"RETURNED"}}
 * </td><td>sets any words</td></tr>
 * <tr><td>{@code POST /control/faults}</td><td>{@code
 * {"method":"POST","afterEffect":true,"status":0,"always":false,"token":""}}</td><td>goes wrong once
 * or always, for everybody or one token; 0 resets, -1 hangs</td></tr>
 * <tr><td>{@code DELETE /control/faults}</td><td></td><td>nothing goes wrong</td></tr>
 * <tr><td>{@code POST /control/revoke}</td><td>{@code {"all":true}}</td><td>every token is refused,
 * or not</td></tr>
 * </table>
 */
final class MarketplaceControl {

  private static final String BASE = "/control/";
  private static final int MOST = 200;
  private static final OperatorFiles FILES =
      new OperatorFiles(
          MarketplaceControl.class,
          Map.of(
              "/", "text/html; charset=utf-8",
              "/marketplace.js", "text/javascript; charset=utf-8"),
          "marketplace.html");

  private final MarketplaceSimulator shop;

  MarketplaceControl(MarketplaceSimulator shop) {
    this.shop = shop;
  }

  boolean owns(Request request) {
    return request.path().startsWith(BASE) || FILES.owns(request.path());
  }

  /** Answers the operator. A page of another site gets nothing. */
  Reply respond(Request request) {
    if (!OperatorFiles.isLocal(request, shop.port())) {
      return OperatorFiles.refusal();
    }
    if (FILES.owns(request.path())) {
      return FILES.reply(request.path());
    }
    try {
      JsonNode body =
          request.body().length == 0
              ? ShopApi.JSON.createObjectNode()
              : ShopApi.JSON.readTree(request.body());
      act(request.method() + " " + request.path().substring(BASE.length()), body);
      return json(200, state());
    } catch (IllegalArgumentException | NoSuchElementException | JacksonException e) {
      return json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private void act(String call, JsonNode body) {
    if (call.startsWith("POST orders/")) {
      shop.set(
          call.substring("POST orders/".length()),
          body.path("state").asString(""),
          body.path("status").asString("NEW"));
      return;
    }
    switch (call) {
      case "GET state" -> {}
      case "POST orders" -> add(body);
      case "POST faults" ->
          shop.fault(
              new Fault(
                  body.path("method").asString("GET"),
                  body.path("afterEffect").asBoolean(false),
                  body.path("status").asInt(500),
                  body.path("token").asString(""),
                  body.path("always").asBoolean(false)));
      case "DELETE faults" -> shop.clearFaults();
      case "POST revoke" -> shop.revoke(body.path("all").asBoolean(true));
      default -> throw new IllegalArgumentException("there is no call " + call);
    }
  }

  private void add(JsonNode body) {
    boolean kaspi = body.path("kaspiDelivery").asBoolean(false);
    boolean pre = body.path("preOrder").asBoolean(false);
    if (body.has("created")) {
      shop.add(
          body.path("state").asString("NEW"),
          body.path("status").asString("APPROVED_BY_BANK"),
          Instant.ofEpochMilli(body.path("created").asLong()),
          kaspi,
          pre);
    } else {
      shop.order(kaspi, pre);
    }
  }

  private Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("token", MarketplaceSimulator.TOKEN);
    state.put("tokenOfSeveralShops", MarketplaceSimulator.TOKEN_OF_SEVERAL);
    state.put("uid", MarketplaceSimulator.UID);
    state.put("calls", shop.calls().size());
    state.put("writes", shop.calls().stream().filter(it -> it.startsWith("POST")).count());
    state.put("mostAtOnce", shop.mostAtOnce());
    state.put("orders", shop.orders().stream().limit(MOST).map(this::row).toList());
    return state;
  }

  private Map<String, Object> row(ShopOrder order) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", order.id());
    row.put("code", order.code());
    row.put("state", order.state());
    row.put("status", order.status());
    row.put("total", order.total());
    row.put("securityCode", shop.securityCode(order.code()).orElse(""));
    return row;
  }

  private static Reply json(int status, Object body) {
    return Reply.of(status, "application/json", ShopApi.JSON.writeValueAsBytes(body));
  }
}
