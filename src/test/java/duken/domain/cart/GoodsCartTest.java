package duken.domain.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Invoice;
import duken.domain.Money;
import duken.domain.catalog.CartReturn;
import duken.domain.catalog.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a cart comes to, to the tiyn. */
class GoodsCartTest {

  @Property
  void theLinesOfTheInvoiceAddUpToWhatIsAskedFor(@ForAll("carts") GoodsCart cart) {
    List<Invoice.CartLine> sold = cart.invoiceLines();
    long sum = 0;
    for (int i = 0; i < sold.size(); i++) {
      Invoice.CartLine line = sold.get(i);
      long gross = line.price().tiyn() * line.count();
      long off = line.discount() == null ? 0 : line.discount().tiyn();
      assertThat(off).as("no line below nothing").isBetween(0L, gross);
      assertThat(gross - off)
          .as("the discount of the whole makes no line dearer")
          .isLessThanOrEqualTo(cart.lines().get(i).net().tiyn());
      sum += gross - off;
    }
    assertThat(sum).isEqualTo(cart.total().tiyn());
    assertThat(cart.total()).isLessThanOrEqualTo(cart.subtotal());
  }

  @Property
  void theDiscountOfTheInvoiceIsWhatWasTakenOff(@ForAll("carts") GoodsCart cart) {
    Invoice.Discount discount = cart.invoiceDiscount();
    if (discount == null) {
      assertThat(cart.saved()).isEqualTo(Money.ZERO);
    } else {
      assertThat(discount.subtotal().minus(discount.sum())).isEqualTo(cart.total());
    }
  }

  @Property
  void whoeverReturnsEverythingGetsBackWhatWasPaid(@ForAll("carts") GoodsCart cart) {
    Assume.that(!cart.total().isZero());
    List<Invoice.CartLine> sold = new ArrayList<>();
    List<CartReturn.Wish> wishes = new ArrayList<>();
    for (Invoice.CartLine line : cart.invoiceLines()) {
      long id = sold.size() + 1;
      sold.add(
          new Invoice.CartLine(
              id,
              id,
              line.name(),
              line.price(),
              line.originalPrice(),
              line.count(),
              line.unitId(),
              line.discount()));
      wishes.add(new CartReturn.Wish(id, line.count()));
    }
    CartReturn back = new CartReturn(sold, cart.total(), List.of());
    assertThat(back.take(wishes, cart.total()).stream().mapToLong(it -> it.amount().tiyn()).sum())
        .isEqualTo(cart.total().tiyn());
    for (int i = 0; i < sold.size(); i++) {
      assertThat(back.take(List.of(wishes.get(i)), cart.total()).getFirst().amount())
          .as("a line brings back what was paid for it")
          .isEqualTo(cart.shares().get(i));
    }
  }

  @Example
  void aPortionCostsItsWeightRoundedHalfUp() {
    GoodsLine apples = GoodsLine.of(1, goods(1, 199_999, Unit.KILOGRAM), 355);
    // 1999.99 × 0.355 = 709.99645
    assertThat(apples.gross()).isEqualTo(Money.ofTiyn(71_000));
    Invoice.CartLine sold = cart(null, apples).invoiceLines().getFirst();
    assertThat(sold.count()).isEqualTo(1);
    assertThat(sold.price()).isEqualTo(Money.ofTiyn(71_000));
    assertThat(sold.unitId()).isEqualTo(Unit.PIECE.id());
    assertThat(sold.name()).isEqualTo("Товар 1, 0,355 кг × 1999,99");
  }

  @Example
  void aLabelOfTheScalesIsWhatItsPortionCosts() {
    CartGoods apples = goods(1, 199_999, Unit.KILOGRAM);
    GoodsLine portion = GoodsLine.labelled(1, apples, money(71_100));
    assertThat(portion.thousandths()).isEqualTo(356);
    assertThat(portion.gross()).isEqualTo(money(71_100));
    assertThat(cart(null, portion).invoiceLines().getFirst().price()).isEqualTo(money(71_100));
    assertThat(portion.times(712).gross())
        .as("what was typed is no label")
        .isEqualTo(money(142_399));
    assertThatThrownBy(
            () -> new GoodsLine(1, apples, 356, money(199_999), money(70_000), null, null))
        .hasMessageContaining("label");
  }

  @Example
  void aDiscountNeverTakesMoreThanThereIs() {
    GoodsLine gift =
        GoodsLine.of(1, goods(1, 500, Unit.PIECE), 1000)
            .less(new CartDiscount.Sum(Money.ofTiyn(900)));
    GoodsCart cart = cart(new CartDiscount.Sum(Money.ofTiyn(900)), gift);
    assertThat(gift.net()).isEqualTo(Money.ZERO);
    assertThat(cart.total()).isEqualTo(Money.ZERO);
  }

  @Example
  void aPercentageOfTheWholeIsToldOnlyWhenNothingElseWasTakenOff() {
    GoodsLine line = GoodsLine.of(1, goods(1, 1000, Unit.PIECE), 2000);
    CartDiscount ten = new CartDiscount.Percent(BigDecimal.TEN);
    assertThat(cart(ten, line).invoiceDiscount().percentage()).isEqualByComparingTo("10");
    assertThat(cart(ten, line.less(ten)).invoiceDiscount().percentage()).isNull();
    assertThat(cart(ten, line.less(ten)).invoiceDiscount().sum()).isEqualTo(Money.ofTiyn(380));
  }

  @Example
  void whatIsNoLineIsRefused() {
    CartGoods piece = goods(1, 1000, Unit.PIECE);
    assertThatThrownBy(() -> GoodsLine.of(1, piece, 1500)).hasMessageContaining("line");
    assertThatThrownBy(() -> GoodsLine.of(1, piece, 0)).hasMessageContaining("line");
    assertThatThrownBy(() -> GoodsLine.of(1, goods(1, 9_999_999_999L, Unit.PIECE), 2000))
        .hasMessageContaining("largest");
    assertThatThrownBy(() -> new CartDiscount.Percent(BigDecimal.valueOf(100)))
        .hasMessageContaining("99");
    GoodsLine one = GoodsLine.of(1, piece, 1000);
    assertThatThrownBy(() -> cart(null, one, one)).hasMessageContaining("cart");
  }

  @Provide
  Arbitrary<GoodsCart> carts() {
    Arbitrary<CartDiscount> discount =
        Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(BigDecimal.ONE, BigDecimal.valueOf(99))
                .ofScale(2)
                .map(CartDiscount.Percent::new),
            Arbitraries.longs().between(1, 500_000).map(it -> new CartDiscount.Sum(money(it))));
    Arbitrary<GoodsLine> line =
        Combinators.combine(
                Arbitraries.longs().between(1, 1_000_000),
                Arbitraries.longs().between(1, 5_000),
                Arbitraries.of(Unit.values()),
                Arbitraries.longs().between(1, 1_000_000),
                discount.injectNull(0.6))
            .as(
                (price, quantity, unit, charged, off) -> {
                  CartGoods goods = goods(1, price, unit);
                  long amount = goods.isDivisible() ? quantity : (quantity / 1000 + 1) * 1000;
                  return GoodsLine.of(1, goods, amount)
                      .at(quantity % 3 == 0 ? money(charged) : money(price))
                      .less(off);
                });
    return Combinators.combine(line.list().ofMinSize(1).ofMaxSize(12), discount.injectNull(0.4))
        .as((lines, off) -> cart(off, keyed(lines)));
  }

  private static GoodsLine[] keyed(List<GoodsLine> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(
            i -> {
              GoodsLine it = lines.get(i);
              return new GoodsLine(
                  i + 1, it.goods(), it.thousandths(), it.price(), it.label(), it.discount(), null);
            })
        .toArray(GoodsLine[]::new);
  }

  private static GoodsCart cart(CartDiscount discount, GoodsLine... lines) {
    return new GoodsCart(List.of(lines), discount, null);
  }

  private static Money money(long tiyn) {
    return Money.ofTiyn(tiyn);
  }

  private static CartGoods goods(long id, long price, Unit unit) {
    return new CartGoods(id, "Товар " + id, unit, money(price));
  }
}
