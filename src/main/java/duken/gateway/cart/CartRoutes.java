package duken.gateway.cart;

import duken.api.DeskJson;
import duken.api.cart.CartJson;
import duken.domain.staff.Permission;
import duken.engine.cart.CartService;
import duken.gateway.contract.Wire;
import duken.gateway.http.HttpAnswer;
import duken.gateway.http.Route;
import duken.gateway.http.RoutedRequest;
import duken.store.cart.DeskCarts.Kept;
import java.util.List;

/** The cart of the desk whose key calls, and those that are held in its shop. */
public final class CartRoutes {

  private final CartService carts;

  public CartRoutes(CartService carts) {
    this.carts = carts;
  }

  /** The routes, below {@code /desk/v1}. */
  public List<Route> routes() {
    return List.of(
        Route.get("/cart", this::open),
        Route.put("/cart", routedRequest -> save(routedRequest, false)).needing(Permission.SALE),
        Route.put("/cart/priced", routedRequest -> save(routedRequest, true))
            .needing(Permission.PRICE),
        Route.delete("/cart", this::clear).needing(Permission.SALE),
        Route.post("/cart/hold", this::hold).needing(Permission.SALE),
        Route.get("/carts", this::held),
        Route.post("/carts/{id}/take", this::take).needing(Permission.SALE),
        Route.delete("/carts/{id}", this::remove).needing(Permission.SALE),
        Route.post("/sales/{id}/cart", this::restore).needing(Permission.SALE));
  }

  private HttpAnswer open(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new CartJson.Open(carts.open(routedRequest.caller()).map(CartRoutes::json).orElse(null)));
  }

  private HttpAnswer save(RoutedRequest routedRequest, boolean mayPrice) {
    return HttpAnswer.json(
        200, json(carts.save(routedRequest.caller(), CartInput.cart(routedRequest), mayPrice)));
  }

  private HttpAnswer clear(RoutedRequest routedRequest) {
    carts.clear(routedRequest.caller());
    return HttpAnswer.empty();
  }

  private HttpAnswer held(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new DeskJson.ListOf<>(
            carts.held(routedRequest.caller()).stream().map(CartRoutes::json).toList()));
  }

  private HttpAnswer hold(RoutedRequest routedRequest) {
    String name = CartInput.name(routedRequest);
    return HttpAnswer.json(200, new CartJson.Holding(carts.hold(routedRequest.caller(), name)));
  }

  private HttpAnswer take(RoutedRequest routedRequest) {
    return HttpAnswer.json(200, json(carts.take(routedRequest.caller(), routedRequest.id())));
  }

  private HttpAnswer remove(RoutedRequest routedRequest) {
    carts.remove(routedRequest.caller(), routedRequest.id());
    return HttpAnswer.empty();
  }

  private HttpAnswer restore(RoutedRequest routedRequest) {
    return HttpAnswer.json(
        200,
        new CartJson.Open(
            carts
                .restore(routedRequest.caller(), routedRequest.id())
                .map(CartRoutes::json)
                .orElse(null)));
  }

  private static CartJson.Kept json(Kept kept) {
    return new CartJson.Kept(
        kept.id(),
        kept.version(),
        kept.name(),
        kept.desk(),
        Wire.time(kept.changedAt()),
        CartJson.Content.of(kept.cart()));
  }
}
