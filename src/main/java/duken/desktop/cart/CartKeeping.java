package duken.desktop.cart;

import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.cart.CartJson;
import duken.desktop.kit.task.Background;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings what stands in the cart to the engine, one call at a time, the newest state last. What was
 * not kept because the engine is away is sent with the next change, or when it is back.
 */
final class CartKeeping {

  private final EngineApi engine;
  private final Background background;
  private final Consumer<GoodsCart> kept;
  private final Consumer<RuntimeException> refused;
  private final List<Waiting> waiting = new ArrayList<>();
  private GoodsCart wanted = GoodsCart.EMPTY;
  private GoodsCart atEngine = GoodsCart.EMPTY;
  private CartJson.Ref ref;
  private boolean running;

  private record Waiting(Consumer<CartJson.Ref> done, Consumer<RuntimeException> failed) {}

  /**
   * @param kept takes the newest state as the engine has it, signed
   * @param refused is told that the engine said no; the cart is as it was kept before
   */
  CartKeeping(
      EngineApi engine,
      Background background,
      Consumer<GoodsCart> kept,
      Consumer<RuntimeException> refused) {
    this.engine = engine;
    this.background = background;
    this.kept = kept;
    this.refused = refused;
  }

  /** What the engine has. */
  GoodsCart atEngine() {
    return atEngine;
  }

  /** The engine has this cart: it told so itself. */
  void adopt(CartJson.Kept told) {
    ref = told == null ? null : new CartJson.Ref(told.id(), told.version());
    atEngine = told == null ? GoodsCart.EMPTY : told.content().cart();
    wanted = atEngine;
  }

  /** The engine is to have this. */
  void want(GoodsCart cart) {
    wanted = cart;
    send();
  }

  /** Calls {@code done} once the engine has what is wanted. */
  void whenKept(Consumer<CartJson.Ref> done, Consumer<RuntimeException> failed) {
    waiting.add(new Waiting(done, failed));
    send();
  }

  private void send() {
    if (running) {
      return;
    }
    if (wanted.equals(atEngine)) {
      settle();
      return;
    }
    running = true;
    GoodsCart sent = wanted;
    background.ask(
        () -> sent.isEmpty() ? cleared() : saved(sent),
        now -> {
          running = false;
          ref = now == null ? null : new CartJson.Ref(now.id(), now.version());
          atEngine = now == null ? GoodsCart.EMPTY : now.content().cart();
          if (wanted.equals(sent)) {
            wanted = atEngine;
            kept.accept(atEngine);
          }
          send();
        },
        this::failed);
  }

  private CartJson.Kept cleared() {
    engine.carts().clear();
    return null;
  }

  private CartJson.Kept saved(GoodsCart sent) {
    return engine.carts().save(CartJson.Content.of(sent), isPriced(sent));
  }

  private void failed(RuntimeException failure) {
    running = false;
    if (failure instanceof EngineProblem) {
      wanted = atEngine;
      kept.accept(atEngine);
      refused.accept(failure);
    }
    List<Waiting> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(it -> it.failed().accept(failure));
  }

  private void settle() {
    List<Waiting> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(it -> it.done().accept(ref));
  }

  /** Whether there is a price or a discount the engine does not know yet. */
  private boolean isPriced(GoodsCart cart) {
    boolean whole =
        cart.discount() != null && !Objects.equals(cart.discount(), atEngine.discount());
    var known =
        atEngine.lines().stream().collect(Collectors.toMap(GoodsLine::key, Function.identity()));
    return whole || cart.lines().stream().anyMatch(line -> isPriced(line, known.get(line.key())));
  }

  private static boolean isPriced(GoodsLine line, GoodsLine known) {
    boolean samePrice = known != null && line.price().equals(known.price());
    boolean sameDiscount = known != null && Objects.equals(line.discount(), known.discount());
    return (line.isRepriced() && !line.goods().isFree() && !samePrice)
        || (line.discount() != null && !sameDiscount);
  }
}
