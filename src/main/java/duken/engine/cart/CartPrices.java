package duken.engine.cart;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import duken.domain.cart.CartDiscount;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import duken.domain.catalog.CatalogItem;
import duken.engine.staff.Actor;
import duken.store.Scope;
import duken.store.Store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whose price a line has: the catalog's, the one it had before, or one that somebody chose who may.
 * What a line is called and what it costs in the catalog is never taken from the caller.
 */
final class CartPrices {

  private final Tx tx;
  private final Scope scope;
  private final GoodsCart before;

  CartPrices(Tx tx, Scope scope, GoodsCart before) {
    this.tx = tx;
    this.scope = scope;
    this.before = before;
  }

  /**
   * The cart as it is kept.
   *
   * @throws DomainRefusal as {@link CartService#save}
   */
  GoodsCart checked(GoodsCart wish, boolean mayPrice) {
    Map<Integer, GoodsLine> known =
        before.lines().stream().collect(Collectors.toMap(GoodsLine::key, Function.identity()));
    Map<Long, CatalogItem> items = items(wish);
    List<GoodsLine> lines = new ArrayList<>();
    for (GoodsLine line : wish.lines()) {
      lines.add(checked(line, known.get(line.key()), items, mayPrice));
    }
    CartDiscount discount = wish.discount();
    boolean same = discount == null || discount.equals(before.discount());
    refuseUnless(same || mayPrice);
    String by = discount == null ? null : same ? before.discountBy() : who();
    try {
      return new GoodsCart(lines, discount, by);
    } catch (IllegalArgumentException _) {
      throw DomainRefusal.field("lines", Complaint.of("cart.range"));
    }
  }

  private GoodsLine checked(
      GoodsLine line, GoodsLine known, Map<Long, CatalogItem> items, boolean mayPrice) {
    boolean stays = known != null && Objects.equals(known.goods().itemId(), line.goods().itemId());
    CartGoods goods = stays ? known.goods() : fresh(line, items);
    boolean priced =
        line.goods().isFree()
            || line.price().equals(goods.price())
            || (stays && line.price().equals(known.price()));
    boolean discounted =
        line.discount() == null || (stays && line.discount().equals(known.discount()));
    refuseUnless((priced && discounted) || mayPrice);
    try {
      GoodsLine kept =
          new GoodsLine(
              line.key(),
              line.goods().isFree() ? line.goods() : goods,
              line.thousandths(),
              line.price(),
              line.label(),
              line.discount(),
              null);
      boolean changed = kept.discount() != null || (kept.isRepriced() && !goods.isFree());
      return kept.by(!changed ? null : priced && discounted ? known.changedBy() : who());
    } catch (IllegalArgumentException _) {
      throw DomainRefusal.field("lines", Complaint.of("cart.range"));
    }
  }

  private CartGoods fresh(GoodsLine line, Map<Long, CatalogItem> items) {
    if (line.goods().isFree()) {
      return line.goods();
    }
    return Optional.ofNullable(items.get(line.goods().itemId()))
        .map(CartGoods::of)
        .orElseThrow(() -> DomainRefusal.field("lines", Complaint.of("catalog.unknown")));
  }

  private Map<Long, CatalogItem> items(GoodsCart wish) {
    Set<Long> ids =
        wish.lines().stream()
            .map(line -> line.goods().itemId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return tx.catalog().findAll(scope, ids).stream()
        .collect(Collectors.toMap(CatalogItem::id, Function.identity()));
  }

  private static void refuseUnless(boolean allowed) {
    if (!allowed) {
      throw DomainRefusal.field("price", Complaint.of("cart.price"));
    }
  }

  private static String who() {
    return Actor.current().map(Actor::inWords).orElse(null);
  }
}
