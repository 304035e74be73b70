package duken.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.DomainRefusal;
import duken.domain.Invoice.CartLine;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.Refund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Gateway contract, sections 9.1 and 10.1. */
class CartTest {

  private static final Instant NOON = Instant.parse("2026-05-14T07:00:00Z");

  @Example
  void aCartWithoutADiscountCostsTheSumOfItsLines() {
    Cart cart = Cart.of(List.of(line(1, 99_000, 2), line(2, 65_050, 1)), null);

    assertThat(cart.amount()).isEqualTo(Money.ofTiyn(263_050));
    assertThat(cart.discount()).isNull();
    assertThat(cart.lines()).extracting(CartLine::discount).containsOnlyNulls();
  }

  @Example
  void theDiscountIsRoundedOnceAndHalfUp() {
    // Each line alone would give 0.5 tiyn and round to 1; together they are 1.
    Cart cart = Cart.of(List.of(line(1, 5, 1), line(2, 5, 1)), BigDecimal.TEN);

    assertThat(cart.discount().subtotal()).isEqualTo(Money.ofTiyn(10));
    assertThat(cart.discount().sum()).isEqualTo(Money.ofTiyn(1));
    assertThat(cart.amount()).isEqualTo(Money.ofTiyn(9));
    assertThat(Cart.of(List.of(line(1, 5, 1)), BigDecimal.TEN).amount()).isEqualTo(Money.ofTiyn(4));
  }

  @Example
  void whatCannotBePaidIsNoCart() {
    Cart.of(List.of(line(1, Money.LARGEST.tiyn(), 1)), null);
    assertThatThrownBy(() -> Cart.of(List.of(line(1, Money.LARGEST.tiyn(), 2)), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Cart.of(List.of(line(1, Money.LARGEST.tiyn(), Integer.MAX_VALUE)), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cart.of(List.of(line(1, 1, 1)), BigDecimal.valueOf(99)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void aReturnedLineBringsItsShareAndTheLastTakesTheRemainder() {
    List<CartLine> lines = List.of(line(1, 333, 1), line(2, 333, 1), line(3, 334, 1));
    Money paid = Cart.of(lines, BigDecimal.valueOf(5)).amount();
    assertThat(paid).isEqualTo(Money.ofTiyn(950));

    assertThat(returned(lines, paid, List.of(), 950, 1)).containsExactly(316L);
    assertThat(returned(lines, paid, List.of(), 950, 2)).containsExactly(316L);
    assertThat(returned(lines, paid, List.of(), 950, 3)).containsExactly(318L);
  }

  @Example
  void moneyThatWentBackWithoutGoodsIsNotGivenBackAgain() {
    List<CartLine> lines = List.of(line(1, 500, 1), line(2, 500, 1));

    assertThat(returned(lines, Money.ofTiyn(1_000), List.of(), 700, 1, 2))
        .containsExactly(500L, 200L);
  }

  @Example
  void whatWasNotSoldOrIsBackAlreadyIsRefusedByName() {
    List<CartLine> lines = List.of(line(1, 500, 2));
    Money paid = Money.ofTiyn(1_000);
    Refund one = refund(1, new CartReturn(lines, paid, List.of()).take(wish(1, 1), paid));
    CartReturn cart = new CartReturn(lines, paid, List.of(one));

    assertThat(refusedFields(cart, List.of(new CartReturn.Wish(9, 1), new CartReturn.Wish(1, 2))))
        .containsOnlyKeys("return_items.0.catalog_item_id", "return_items.1.count");
    assertThat(refusedFields(cart, List.of(new CartReturn.Wish(1, 1), new CartReturn.Wish(1, 1))))
        .containsOnlyKeys("return_items.1.count");
    assertThat(cart.take(wish(1, 1), paid)).hasSize(1);
  }

  @Example
  void aFailedReturnMayBeMadeAgain() {
    List<CartLine> lines = List.of(line(1, 500, 1));
    Money paid = Money.ofTiyn(500);
    Refund failed =
        refund(1, new CartReturn(lines, paid, List.of()).take(wish(1, 1), paid))
            .with(new Refund.State(Refund.Status.FAILED, null, null, null, null));

    assertThat(returned(lines, paid, List.of(failed), 500, 1)).containsExactly(500L);
  }

  @Example
  void anItemSoldInTwoLinesComesBackFromBoth() {
    List<CartLine> lines = List.of(line(1, 7, 500, 1), line(2, 7, 300, 2));
    List<Refund.Line> taken =
        new CartReturn(lines, Money.ofTiyn(1_100), List.of()).take(wish(7, 2), Money.ofTiyn(1_100));

    assertThat(taken).extracting(Refund.Line::invoiceItemId).containsExactly(1L, 2L);
    assertThat(taken).extracting(line -> line.amount().tiyn()).containsExactly(500L, 300L);
  }

  @Property
  void whatIsPaidAndWhatIsTakenOffAreTheWhole(
      @ForAll("carts") List<CartLine> lines, @ForAll("percentages") BigDecimal percentage) {
    long subtotal = lines.stream().mapToLong(line -> line.price().tiyn() * line.count()).sum();
    long off =
        BigDecimal.valueOf(subtotal)
            .multiply(percentage)
            .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
            .longValueExact();
    if (subtotal == off) {
      return;
    }
    Cart cart = Cart.of(lines, percentage);

    assertThat(cart.discount().sum().tiyn()).isEqualTo(off);
    assertThat(cart.amount().plus(cart.discount().sum()).tiyn()).isEqualTo(subtotal);
    assertThat(Cart.shares(lines, cart.amount()).stream().reduce(Money.ZERO, Money::plus))
        .isEqualTo(cart.amount());
  }

  @Property
  void whoeverReturnsEverythingInAnyStepsGetsBackWhatWasPaid(
      @ForAll("carts") List<CartLine> lines,
      @ForAll("percentages") BigDecimal percentage,
      @ForAll @IntRange(min = 1, max = 4) int step) {
    Cart cart;
    try {
      cart = Cart.of(lines, percentage);
    } catch (IllegalArgumentException _) {
      return;
    }
    List<Refund> refunds = new ArrayList<>();
    Money left = cart.amount();
    for (CartLine line : lines) {
      for (int back = 0; back < line.count(); back += step) {
        int count = Math.min(step, line.count() - back);
        List<Refund.Line> taken =
            new CartReturn(lines, cart.amount(), refunds)
                .take(wish(line.catalogItemId(), count), left);
        refunds.add(refund(refunds.size() + 1L, taken));
        left = left.minus(sum(taken));
      }
    }
    assertThat(left).isEqualTo(Money.ZERO);
  }

  @Provide
  Arbitrary<List<CartLine>> carts() {
    Arbitrary<CartLine> one =
        Combinators.combine(
                Arbitraries.longs().between(1, 100_000), Arbitraries.integers().between(1, 9))
            .as((price, count) -> line(1, price, count));
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(
            lines ->
                Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .map(i -> line(i + 1L, lines.get(i).price().tiyn(), lines.get(i).count()))
                    .toList());
  }

  @Provide
  Arbitrary<BigDecimal> percentages() {
    return Arbitraries.integers()
        .between(100, 9_900)
        .map(hundredths -> BigDecimal.valueOf(hundredths, 2));
  }

  private static CartLine line(long id, long tiyn, int count) {
    return line(id, id, tiyn, count);
  }

  private static CartLine line(long id, long item, long tiyn, int count) {
    return new CartLine(id, item, "Самса", Money.ofTiyn(tiyn), Money.ofTiyn(tiyn), count, 1, null);
  }

  private static List<CartReturn.Wish> wish(long item, int count) {
    return List.of(new CartReturn.Wish(item, count));
  }

  private static List<Long> returned(
      List<CartLine> lines, Money paid, List<Refund> before, long left, long... items) {
    List<CartReturn.Wish> wishes =
        java.util.Arrays.stream(items).mapToObj(item -> new CartReturn.Wish(item, 1)).toList();
    return new CartReturn(lines, paid, before)
        .take(wishes, Money.ofTiyn(left)).stream().map(line -> line.amount().tiyn()).toList();
  }

  private static Map<String, List<DomainRefusal.Complaint>> refusedFields(
      CartReturn cart, List<CartReturn.Wish> wishes) {
    try {
      cart.take(wishes, Money.LARGEST);
      return Map.of();
    } catch (DomainRefusal domainRefusal) {
      return domainRefusal.fields();
    }
  }

  private static Money sum(List<Refund.Line> lines) {
    return lines.stream().map(Refund.Line::amount).reduce(Money.ZERO, Money::plus);
  }

  private static Refund refund(long id, List<Refund.Line> lines) {
    return new Refund(
        id,
        1,
        Mode.TEST,
        1,
        new Refund.Terms(sum(lines), null, Refund.Initiator.API, lines, NOON),
        new Refund.State(Refund.Status.COMPLETED, null, null, null, NOON),
        new Refund.Sending(Money.ZERO, null, null));
  }
}
