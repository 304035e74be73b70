package duken.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PaymentDetails;
import duken.domain.PaymentKind;
import duken.store.InvoiceQuery;
import duken.store.InvoiceQuery.Sort;
import duken.store.Invoices.Sums;
import duken.store.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class JdbcInvoiceListTest extends OnBothDatabases {

  @Test
  void theNewestComeFirstAndTiesBreakOnId() {
    Invoice old = shop.sells();
    Invoice twin = shop.sells();
    Invoice newer = shop.sells(sale -> sale.at(NOON.plusSeconds(1)));
    Invoice older = shop.sells(sale -> sale.at(NOON.minusSeconds(1)));

    assertThat(list(wish -> wish)).containsExactly(newer, twin, old, older);
    assertThat(list(wish -> wish.sorted(Sort.CREATED_AT, false)))
        .containsExactly(older, old, twin, newer);
  }

  @Test
  void onlyOnesOwnAreListedAndCounted() {
    Invoice own = shop.sells();
    shop.sells(sale -> sale.live());
    Shop.called("Другая", store).sells();

    Page<Invoice> page = page(wish -> wish);

    assertThat(page.rows()).containsExactly(own);
    assertThat(page.total()).isEqualTo(1);
    Page<Invoice> live =
        store.read(r -> r.invoices().list(shop.scope(Mode.LIVE), InvoiceQuery.newest(10)));
    assertThat(live.rows()).hasSize(1).doesNotContain(own);
  }

  @Test
  void aPageIsAPartAndTheTotalIsTheWhole() {
    List<Invoice> all = List.of(shop.sells(), shop.sells(), shop.sells(), shop.sells());

    Page<Invoice> page = page(wish -> wish.sorted(Sort.ID, false).part(2, 1));

    assertThat(page.rows()).containsExactly(all.get(1), all.get(2));
    assertThat(page.total()).isEqualTo(4);
    assertThat(page.limit()).isEqualTo(2);
    assertThat(page.offset()).isEqualTo(1);
    assertThat(page(wish -> wish.part(10, 99)).rows()).isEmpty();
    assertThat(page(wish -> wish.part(10, 99)).total()).isEqualTo(4);
  }

  /** A database that remembers statements must not remember whose they were. */
  @Test
  void theSameListOfAnotherShopAndTheNextPageAreReadAnew() {
    Invoice first = shop.sells();
    Invoice second = shop.sells();
    Shop other = Shop.called("Другая", store);
    Invoice others = other.sells();
    Set<InvoiceStatus> two = Set.of(InvoiceStatus.PENDING, InvoiceStatus.PAID);
    InvoiceQuery newest =
        new InvoiceQuery(
            two,
            null,
            new InvoiceQuery.Period(null, null, false),
            new InvoiceQuery.Typed(null, null, null, null),
            new InvoiceQuery.Slice(Sort.CREATED_AT, true, 1, 0));
    InvoiceQuery next =
        new InvoiceQuery(
            two,
            null,
            new InvoiceQuery.Period(null, null, false),
            new InvoiceQuery.Typed(null, null, null, null),
            new InvoiceQuery.Slice(Sort.CREATED_AT, true, 1, 1));

    assertThat(rows(shop, newest)).containsExactly(second);
    assertThat(rows(shop, next)).containsExactly(first);
    assertThat(rows(other, newest)).containsExactly(others);
    assertThat(rows(other, next)).isEmpty();
    assertThat(rows(shop, newest)).containsExactly(second);
  }

  private List<Invoice> rows(Shop whose, InvoiceQuery query) {
    return store.read(r -> r.invoices().list(whose.scope(Mode.TEST), query)).rows();
  }

  @Test
  void aPageKnowsTheCarts() {
    Invoice.CartLine bun =
        new Invoice.CartLine(0, null, "Самса", Money.ofTenge(500), Money.ofTenge(500), 1, 1, null);
    Invoice plain = shop.sells();
    Invoice cart = shop.sells(sale -> sale.cart(bun, bun));

    assertThat(list(wish -> wish)).containsExactly(cart, plain);
  }

  @Test
  void sortsBySumByStatusByNameAndById() {
    Invoice a = shop.sells(sale -> sale.tenge(30).paid(NOON, "Б"));
    Invoice b = shop.sells(sale -> sale.tenge(10).being(InvoiceStatus.CANCELLED));
    Invoice c = shop.sells(sale -> sale.tenge(20).paid(NOON, "А"));

    assertThat(list(wish -> wish.sorted(Sort.AMOUNT, false))).containsExactly(b, c, a);
    assertThat(list(wish -> wish.sorted(Sort.AMOUNT, true))).containsExactly(a, c, b);
    assertThat(list(wish -> wish.sorted(Sort.STATUS, false))).containsExactly(b, a, c);
    assertThat(list(wish -> wish.sorted(Sort.STATUS, true))).containsExactly(c, a, b);
    assertThat(list(wish -> wish.sorted(Sort.ID, true))).containsExactly(c, b, a);
    assertThat(list(wish -> wish.sorted(Sort.CLIENT_NAME, false))).containsExactly(c, a, b);
    assertThat(list(wish -> wish.sorted(Sort.CLIENT_NAME, true))).containsExactly(a, c, b);
  }

  @Test
  void filtersByStatusAndKind() {
    Invoice pending = shop.sells();
    Invoice paid = shop.sells(sale -> sale.paid(NOON, null));
    Invoice bill = shop.sells(sale -> sale.bill("+77001234567"));

    assertThat(list(wish -> wish.in(InvoiceStatus.PAID))).containsExactly(paid);
    assertThat(list(wish -> wish.in(InvoiceStatus.PAID, InvoiceStatus.PENDING)))
        .containsExactly(bill, paid, pending);
    assertThat(list(wish -> wish.of(PaymentKind.PHONE))).containsExactly(bill);
    assertThat(page(wish -> wish.of(PaymentKind.QR)).total()).isEqualTo(2);
  }

  @Test
  void wordsThatAreNoStatusMatchNothing() {
    shop.sells();

    Page<Invoice> page = page(Wish::inNone);

    assertThat(page.rows()).isEmpty();
    assertThat(page.total()).isZero();
  }

  @Test
  void aPeriodHasItsBeginningAndNotItsEnd() {
    Invoice first = shop.sells(sale -> sale.at(NOON).paid(NOON.plusSeconds(100), null));
    Invoice second = shop.sells(sale -> sale.at(NOON.plusSeconds(10)));
    shop.sells(sale -> sale.at(NOON.plusSeconds(20)));

    assertThat(list(wish -> wish.between(NOON, NOON.plusSeconds(20))))
        .containsExactly(second, first);
    assertThat(list(wish -> wish.between(NOON.plusNanos(1_000), NOON.plusSeconds(20))))
        .containsExactly(second);
    assertThat(list(wish -> wish.paidBetween(NOON, NOON.plusSeconds(100)))).isEmpty();
    assertThat(list(wish -> wish.paidBetween(NOON.plusSeconds(100), null))).containsExactly(first);
  }

  @Test
  void searchReadsDescriptionOrderAndIdWhateverTheCase() {
    Invoice first = shop.sells(sale -> sale.saying("Заказ на ҮЙГЕ жеткізу", "A-17"));
    Invoice second = shop.sells(sale -> sale.saying(null, "order " + first.id()));
    shop.sells(sale -> sale.saying("кофе", null));
    shop.sells();

    assertThat(list(wish -> wish.searching("заказ"))).containsExactly(first);
    assertThat(list(wish -> wish.searching("үйге"))).containsExactly(first);
    assertThat(list(wish -> wish.searching(" a-17 "))).containsExactly(first);
    assertThat(list(wish -> wish.searching(String.valueOf(first.id())))).contains(first, second);
    assertThat(list(wish -> wish.searching("нет такого"))).isEmpty();
    assertThat(list(wish -> wish.searching("99999999999999999999999"))).isEmpty();
    assertThat(page(wish -> wish.searching("  ")).total()).isEqualTo(4);
  }

  @Test
  void searchFindsWhatTheTerminalCallsThePayment() {
    Invoice sold = shop.sells();
    shop.sells();
    Invoice told =
        sold.with(sold.bank().told(PaymentDetails.of("500000017", Map.of())), NOON.plusSeconds(5));
    shop.store().write(tx -> tx.invoices().update(told));

    assertThat(list(wish -> wish.searching(" 500000017 ")))
        .extracting(Invoice::id)
        .containsExactly(sold.id());
    assertThat(list(wish -> wish.searching("50000001"))).isEmpty();
  }

  @Test
  void searchTakesSignsOfTheDatabaseLiterally() {
    Invoice percent = shop.sells(sale -> sale.saying("скидка 10% за всё!", null));
    Invoice line = shop.sells(sale -> sale.saying("a_b", null));
    shop.sells(sale -> sale.saying("скидка 10 за axb", null));

    assertThat(list(wish -> wish.searching("10%"))).containsExactly(percent);
    assertThat(list(wish -> wish.searching("всё!"))).containsExactly(percent);
    assertThat(list(wish -> wish.searching("a_b"))).containsExactly(line);
    assertThat(list(wish -> wish.searching("' or 1=1 --"))).isEmpty();
  }

  @Test
  void findsBySumAndByTheEndOfThePhone() {
    Invoice one = shop.sells(sale -> sale.bill("+77001234567").tenge(500));
    Invoice two = shop.sells(sale -> sale.bill("+77009994567"));
    shop.sells(sale -> sale.bill("+77009994568"));
    shop.sells();

    assertThat(list(wish -> wish.calling("4567"))).containsExactly(two, one);
    assertThat(list(wish -> wish.calling("7"))).containsExactly(two, one);
    assertThat(list(wish -> wish.calling("7001234567"))).containsExactly(one);
    assertThat(list(wish -> wish.calling("1111"))).isEmpty();
    assertThat(list(wish -> wish.summing(50_000))).containsExactly(one);
  }

  @Test
  void whatWasTypedIsReadAsWordsAsPhoneAndAsSum() {
    Invoice byWord = shop.sells(sale -> sale.saying("столик 500", null));
    Invoice byPhone = shop.sells(sale -> sale.bill("+77001230500"));
    Invoice bySum = shop.sells(sale -> sale.tenge(500));
    shop.sells(sale -> sale.tenge(501));

    assertThat(list(wish -> wish.searching("500").calling("500").summing(50_000)))
        .containsExactly(bySum, byPhone, byWord);
  }

  @Test
  void allOtherWishesHoldAtOnce() {
    Invoice wanted = shop.sells(sale -> sale.bill("+77001234567").paid(NOON, null));
    shop.sells(sale -> sale.bill("+77001234567"));
    shop.sells(sale -> sale.bill("+77001234568").paid(NOON, null));
    shop.sells(sale -> sale.bill("+77001234567").at(NOON.plusSeconds(1)).paid(NOON, null));

    UnaryOperator<Wish> wishes =
        wish ->
            wish.in(InvoiceStatus.PAID)
                .of(PaymentKind.PHONE)
                .between(NOON, NOON.plusSeconds(1))
                .calling("4567");

    assertThat(list(wishes)).containsExactly(wanted);
  }

  @Test
  void theSumsAreOfEverythingTheFilterMatches() {
    shop.sells(sale -> sale.tenge(300).paid(NOON, null));
    shop.sells(sale -> sale.tenge(200).paid(NOON, null).being(InvoiceStatus.REFUNDED));
    shop.sells(sale -> sale.tenge(100));
    shop.sells(sale -> sale.live().paid(NOON, null));

    assertThat(sums(wish -> wish.part(1, 0))).isEqualTo(new Sums(Money.ofTenge(500), Money.ZERO));
    assertThat(sums(wish -> wish.in(InvoiceStatus.REFUNDED)))
        .isEqualTo(new Sums(Money.ofTenge(200), Money.ZERO));
    assertThat(sums(wish -> wish.searching("нет такого")))
        .isEqualTo(new Sums(Money.ZERO, Money.ZERO));
    assertThat(sums(Wish::inNone)).isEqualTo(new Sums(Money.ZERO, Money.ZERO));
  }

  private Sums sums(UnaryOperator<Wish> wish) {
    InvoiceQuery query = wish.apply(new Wish(InvoiceQuery.newest(10))).query();
    return store.read(tx -> tx.invoices().sums(training, query));
  }

  private List<Invoice> list(UnaryOperator<Wish> wish) {
    Page<Invoice> page = page(wish);
    assertThat(page.total()).isEqualTo(page.rows().size());
    return page.rows();
  }

  private Page<Invoice> page(UnaryOperator<Wish> wish) {
    InvoiceQuery query = wish.apply(new Wish(InvoiceQuery.newest(10))).query();
    return store.read(tx -> tx.invoices().list(training, query));
  }
}
