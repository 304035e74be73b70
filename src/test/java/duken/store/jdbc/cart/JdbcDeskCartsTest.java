package duken.store.jdbc.cart;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.cart.CartDiscount;
import duken.domain.cart.CartGoods;
import duken.domain.cart.GoodsCart;
import duken.domain.cart.GoodsLine;
import duken.domain.catalog.Unit;
import duken.store.cart.DeskCarts;
import duken.store.cart.DeskCarts.Kept;
import duken.store.jdbc.OnBothDatabases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class JdbcDeskCartsTest extends OnBothDatabases {

  private static final String DESK = "Касса 1";

  @Test
  void aCartIsReadBackAsItWasWritten() {
    GoodsLine milk =
        new GoodsLine(
            3,
            new CartGoods(7L, "Молоко", Unit.PIECE, Money.ofTenge(500)),
            2000,
            Money.ofTenge(450),
            null,
            new CartDiscount.Percent(new BigDecimal("12.5")),
            "Айгуль (Касса 1)");
    GoodsLine apples =
        GoodsLine.of(1, new CartGoods(8L, "Яблоки", Unit.KILOGRAM, Money.ofTenge(990)), 355)
            .less(new CartDiscount.Sum(Money.ofTenge(5)));
    GoodsLine pears =
        GoodsLine.labelled(
            9, new CartGoods(9L, "Груши", Unit.KILOGRAM, Money.ofTenge(1990)), Money.ofTenge(700));
    GoodsLine free = GoodsLine.of(2, CartGoods.free("Без товара", Money.ofTenge(100)), 1000);
    GoodsCart cart =
        new GoodsCart(
            List.of(milk, apples, pears, free), new CartDiscount.Sum(Money.ofTenge(9)), "Касса 1");

    Kept kept = does(carts -> carts.insert(training, DESK, cart, NOON));
    assertThat(this.<Optional<Kept>>does(carts -> carts.open(training, DESK))).contains(kept);
    assertThat(kept.cart()).isEqualTo(cart);

    GoodsCart less = new GoodsCart(List.of(free), null, null);
    Kept changed = does(carts -> carts.update(kept, less, NOON.plusSeconds(1)));
    assertThat(this.<Optional<Kept>>does(carts -> carts.find(training, kept.id())))
        .contains(changed);
    assertThat(changed.version()).isEqualTo(kept.version() + 1);
    assertThat(this.<Optional<Kept>>does(carts -> carts.open(shop.scope(Mode.LIVE), DESK)))
        .isEmpty();
    assertThat(this.<Optional<Kept>>does(carts -> carts.open(training, "Касса 2"))).isEmpty();
  }

  @Test
  void anOpenCartIsSoldOutrightOnce() {
    Kept kept = does(carts -> carts.insert(training, DESK, one(), NOON));
    long id = kept.id();
    assertThat(this.<Boolean>does(carts -> carts.sellOutright(training, id, 2))).isFalse();
    run(carts -> carts.hold(kept, "Столик 4", NOON));
    assertThat(this.<Boolean>does(carts -> carts.sellOutright(training, id, 1))).isFalse();
    assertThat(this.<Boolean>does(carts -> carts.take(kept, DESK, NOON))).isTrue();
    assertThat(this.<Boolean>does(carts -> carts.sellOutright(training, id, 1))).isTrue();
    assertThat(this.<Boolean>does(carts -> carts.sellOutright(training, id, 1))).isFalse();
    assertThat(this.<Optional<Kept>>does(carts -> carts.find(training, id))).isEmpty();
  }

  @Test
  void aHeldCartIsTakenOnce() {
    Kept kept = does(carts -> carts.insert(training, DESK, one(), NOON));
    run(carts -> carts.hold(kept, "Столик 4", NOON));
    assertThat(this.<Optional<Kept>>does(carts -> carts.open(training, DESK))).isEmpty();
    assertThat(this.<List<Kept>>does(carts -> carts.held(training)))
        .extracting(Kept::name)
        .contains("Столик 4");

    assertThat(this.<Boolean>does(carts -> carts.take(kept, "Касса 2", NOON))).isTrue();
    assertThat(this.<Boolean>does(carts -> carts.take(kept, DESK, NOON))).isFalse();
    assertThat(this.<Optional<Kept>>does(carts -> carts.open(training, "Касса 2"))).isPresent();
    assertThat(this.<List<Kept>>does(carts -> carts.held(training))).isEmpty();
  }

  @Test
  void aCartIsSoldOnceAndOnlyInTheVersionThatWasSeen() {
    Kept kept = does(carts -> carts.insert(training, DESK, one(), NOON));
    assertThat(this.<Boolean>does(carts -> carts.sell(training, kept.id(), 2, 5, NOON))).isFalse();
    assertThat(this.<Boolean>does(carts -> carts.sell(training, kept.id(), 1, 5, NOON))).isTrue();
    assertThat(this.<Boolean>does(carts -> carts.sell(training, kept.id(), 1, 6, NOON))).isFalse();
    assertThat(this.<Optional<Kept>>does(carts -> carts.open(training, DESK))).isEmpty();
    assertThat(this.<Optional<Kept>>does(carts -> carts.soldBy(training, 5))).isPresent();

    run(carts -> carts.reopen(kept, DESK, NOON));
    assertThat(this.<Optional<Kept>>does(carts -> carts.open(training, DESK))).isPresent();
    assertThat(this.<Boolean>does(carts -> carts.sell(training, kept.id(), 1, 7, NOON))).isTrue();
    assertThat(this.<Integer>does(carts -> carts.forgetSold(NOON.plusSeconds(1)))).isEqualTo(1);
    assertThat(this.<Optional<Kept>>does(carts -> carts.find(training, kept.id()))).isEmpty();
  }

  private static GoodsCart one() {
    return new GoodsCart(
        List.of(GoodsLine.of(1, CartGoods.free("Без товара", Money.ofTenge(1)), 1000)), null, null);
  }

  private <T> T does(Function<DeskCarts, T> work) {
    return store.write(tx -> work.apply(tx.deskCarts()));
  }

  private void run(java.util.function.Consumer<DeskCarts> work) {
    store.write(
        tx -> {
          work.accept(tx.deskCarts());
          return null;
        });
  }
}
