package duken.desktop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.goods.GoodsJson;
import duken.desktop.Bench;
import duken.domain.Money;
import duken.domain.cart.CartDiscount;
import duken.domain.cart.GoodsLine;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CartModelTest {

  private final Bench bench = new Bench();
  private final CartModel cart =
      new CartModel(
          bench.engine, bench.context.background(), it -> bench.said.add(it.text(bench.texts)));

  @Test
  void theSameItemAgainIsOneMoreOfItUnlessItWasChanged() {
    cart.add(milk());
    cart.add(milk());
    assertThat(cart.cart().lines()).extracting(GoodsLine::thousandths).containsExactly(2000L);
    assertThat(cart.edit(2000, Money.ofTenge(450), null)).isTrue();
    cart.add(milk());
    assertThat(cart.cart().lines())
        .extracting(GoodsLine::thousandths)
        .containsExactly(2000L, 1000L);
    assertThat(cart.cart().total()).isEqualTo(Money.ofTenge(1400));
    assertThat(bench.engine.carts.open.content().cart()).isEqualTo(cart.cart());
  }

  @Test
  void aWeighedCodeIsALineOfItsOwnAndALabelIsCharged() {
    cart.add(new GoodsJson.Found(apples(), 355L, null));
    cart.add(new GoodsJson.Found(apples(), 355L, null));
    cart.add(new GoodsJson.Found(apples(), null, "700.00"));
    assertThat(cart.cart().lines()).hasSize(3);
    assertThat(cart.cart().total()).isEqualTo(Money.ofTiyn(140_290));
    assertThat(cart.add(new GoodsJson.Found(milk().item(), 355L, null))).isFalse();
    assertThat(bench.said.getLast()).contains("Молоко").contains("килограмм");
    assertThat(cart.cart().lines()).hasSize(3);
  }

  @Test
  void everythingCanBeUndone() {
    cart.add(milk());
    cart.discount(new CartDiscount.Percent(BigDecimal.TEN));
    cart.remove();
    assertThat(cart.isEmpty()).isTrue();
    assertThat(bench.engine.carts.open).isNull();
    assertThat(cart.undo()).isTrue();
    assertThat(cart.cart().total()).isEqualTo(Money.ofTenge(450));
    assertThat(cart.undo()).isTrue();
    assertThat(cart.cart().total()).isEqualTo(Money.ofTenge(500));
    assertThat(cart.undo()).isTrue();
    assertThat(cart.undo()).isFalse();
    assertThat(cart.isEmpty()).isTrue();
  }

  @Test
  void whatTheEngineRefusesIsTakenBackAndSaid() {
    cart.add(milk());
    bench.engine.carts.refuse = true;
    cart.edit(1000, Money.ofTenge(1), null);
    assertThat(cart.cart().total()).isEqualTo(Money.ofTenge(500));
    assertThat(bench.said).last().asString().contains("нельзя");
  }

  @Test
  void whatWasNotKeptIsKeptWhenTheEngineIsBack() {
    cart.add(milk());
    bench.engine.away(true);
    cart.add(milk());
    assertThat(cart.cart().total()).as("the cashier goes on").isEqualTo(Money.ofTenge(1000));
    bench.engine.away(false);
    cart.restore();
    assertThat(bench.engine.carts.open.content().cart().total()).isEqualTo(Money.ofTenge(1000));
  }

  @Test
  void aSlowEngineGetsTheNewestStateAndASaleWaitsForIt() {
    bench.hold();
    cart.add(milk());
    cart.add(milk());
    cart.add(milk());
    long[] version = new long[1];
    cart.whenKept(ref -> version[0] = ref.version(), _ -> {});
    assertThat(version[0]).isZero();
    bench.release();
    assertThat(version[0]).isEqualTo(2);
    assertThat(bench.engine.carts.open.content().cart().total()).isEqualTo(Money.ofTenge(1500));
  }

  @Test
  void thePriceIsSaidToBeChangedOnceAndNotWithEveryStep() {
    cart.add(milk());
    cart.edit(1000, Money.ofTenge(450), null);
    assertThat(bench.engine.carts.priced).isEqualTo(1);
    cart.step(1);
    cart.add(milk());
    assertThat(bench.engine.carts.priced).isEqualTo(1);
    cart.discount(new CartDiscount.Sum(Money.ofTenge(5)));
    assertThat(bench.engine.carts.priced).isEqualTo(2);
  }

  @Test
  void moreThanFitsIsRefusedInWords() {
    cart.add(milk());
    assertThat(cart.edit(1000, Money.LARGEST, null)).isTrue();
    assertThat(cart.add(milk())).isFalse();
    assertThat(bench.said.getLast()).contains("99 999 999,99".replace(' ', '\u00a0'));
    assertThat(cart.cart().lines()).hasSize(1);
  }

  private static GoodsJson.Found milk() {
    return new GoodsJson.Found(
        new GoodsJson.Item(1, "Молоко", "500.00", 1, "487", null, null, null), null, null);
  }

  private static GoodsJson.Item apples() {
    return new GoodsJson.Item(2, "Яблоки", "990.00", 2, null, null, null, null);
  }
}
