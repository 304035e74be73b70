package duken.client;

import duken.api.DeskJson;
import duken.api.Paths;
import duken.api.cart.CartApi;
import duken.api.cart.CartJson;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Carts, over the wire. */
final class CartCalls implements CartApi {

  private static final TypeReference<DeskJson.ListOf<CartJson.Kept>> CARTS =
      new TypeReference<>() {};

  private final EngineCalls calls;

  CartCalls(EngineCalls calls) {
    this.calls = calls;
  }

  @Override
  public CartJson.Kept open() {
    return to("/cart").get(CartJson.Open.class).cart();
  }

  @Override
  public CartJson.Kept save(CartJson.Content content, boolean priced) {
    return to(priced ? "/cart/priced" : "/cart").sending(content).put(CartJson.Kept.class);
  }

  @Override
  public void clear() {
    to("/cart").send("DELETE");
  }

  @Override
  public List<CartJson.Kept> held() {
    return to("/carts").get(CARTS).data();
  }

  @Override
  public CartJson.Holding hold(String name) {
    return to("/cart/hold").sending(new CartJson.Holding(name)).post(CartJson.Holding.class);
  }

  @Override
  public CartJson.Kept take(long id) {
    return to("/carts/" + id + "/take").post(CartJson.Kept.class);
  }

  @Override
  public void remove(long id) {
    to("/carts/" + id).send("DELETE");
  }

  @Override
  public CartJson.Kept restore(long invoiceId) {
    return to("/sales/" + invoiceId + "/cart").post(CartJson.Open.class).cart();
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + path);
  }
}
