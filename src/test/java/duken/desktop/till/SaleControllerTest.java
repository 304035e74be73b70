package duken.desktop.till;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson;
import duken.api.NewInvoiceJson;
import duken.desktop.Bench;
import duken.desktop.cart.CartDesk;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.task.FormKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaleControllerTest {

  private final Bench bench = new Bench();
  private final List<DeskJson.Sale> aside = new ArrayList<>();
  private SaleController saleController;
  private int sold;

  @BeforeEach
  void openTheTill() {
    saleController =
        new SaleController(bench.context, new FormKey(), new CartDesk(bench.context), aside::add);
    saleController.watched(true);
    bench.feed.returned(bench.engine.state());
  }

  @Test
  void aPaymentOnTheScreenTurnsTheWindowGreen() {
    long id = sell("15000");
    pay(id);
    assertThat(green()).containsExactly(id);
    assertThat(bench.engine.till().unannounced()).isEmpty();
    assertThat(aside).isEmpty();
  }

  @Test
  void theNextDigitTakesTheGreenAwayAndIsTheNextAmount() {
    pay(sell("15000"));
    saleController.nextWith("7");
    assertThat(green()).isEmpty();
    assertThat(saleController.form().amountProperty().get()).isEqualTo("7");
    assertThat(saleController.open().all()).isEmpty();
  }

  @Test
  void aSaleSetAsideStaysAsATile() {
    long id = sell("15000");
    saleController.leave();
    assertThat(saleController.currentProperty().get()).isNull();
    assertThat(saleController.open().all()).extracting(OpenSale::id).containsExactly(id);
  }

  @Test
  void aPaymentOfATileDoesNotStealTheSaleInProgress() {
    long parked = sell("15000");
    saleController.leave();
    saleController.form().type("7");
    pay(parked);
    assertThat(green()).isEmpty();
    assertThat(aside).extracting(sale -> sale.invoice().id()).containsExactly(parked);
    assertThat(saleController.form().amountProperty().get()).isEqualTo("7");
    assertThat(saleController.open().find(parked).orElseThrow().state()).isEqualTo(SaleState.PAID);
  }

  @Test
  void aPaymentOfATileTurnsAnIdleTillGreen() {
    long parked = sell("15000");
    saleController.leave();
    pay(parked);
    assertThat(green()).containsExactly(parked);
    assertThat(saleController.open().all()).isEmpty();
  }

  @Test
  void aTillThatNobodyTouchesKeepsOnlyTheLastSalesThatEnded() {
    saleController.form().type("7");
    long open = sellElsewhere();
    long last = 0;
    for (int i = 0; i < 50; i++) {
      last = sellElsewhere();
      pay(last);
    }
    assertThat(saleController.open().all())
        .hasSize(6)
        .extracting(OpenSale::id)
        .contains(open, last);
  }

  @Test
  void aPaymentIsToldOnce() {
    long parked = sell("15000");
    saleController.leave();
    saleController.form().type("7");
    pay(parked);
    bench.feed.returned(bench.engine.state());
    bench.feed.saleChanged(bench.engine.sales().get(parked).sale());
    assertThat(aside).hasSize(1);
  }

  @Test
  void whatWasPaidWhileTheWindowWasShutIsToldAtStart() {
    long first =
        bench.engine.till().createQr(new NewInvoiceJson("100", null, null, null), "k-1").id();
    long second =
        bench.engine.till().createQr(new NewInvoiceJson("200", null, null, null), "k-2").id();
    bench.engine.sales().train(first, "pay");
    bench.engine.sales().train(second, "pay");
    bench.feed.returned(bench.engine.state());
    assertThat(green()).containsExactly(first, second);
    saleController.leave();
    bench.feed.returned(bench.engine.state());
    assertThat(green()).isEmpty();
  }

  @Test
  void openSalesComeBackWithTheirTrueTime() {
    long id = bench.engine.till().createQr(new NewInvoiceJson("100", null, null, null), "k-1").id();
    bench.time.pass(Duration.ofMinutes(8));
    bench.feed.returned(bench.engine.state());
    OpenSale back = saleController.open().find(id).orElseThrow();
    assertThat(back.countdown().text()).isEqualTo("12:00");
  }

  @Test
  void aSaleOfTheShopsOwnProgramIsNoTileAndNoNews() {
    long id = bench.engine.till().createQr(new NewInvoiceJson("100", null, null, null), "k-1").id();
    DeskJson.Sale sale = bench.engine.sales().get(id).sale();
    bench.feed.saleChanged(
        new DeskJson.Sale(
            sale.invoice(),
            sale.qrText(),
            new DeskJson.Live(sale.live().progress(), false, false, null, false),
            sale.millisLeft(),
            false,
            List.of(),
            sale.number(),
            List.of()));
    assertThat(saleController.open().all()).isEmpty();
  }

  @Test
  void aPaymentThatComesWhileAnotherScreenShowsIsToldThereAndGreenLater() {
    long id = sell("15000");
    saleController.watched(false);
    pay(id);
    assertThat(green()).isEmpty();
    assertThat(aside).hasSize(1);
    saleController.watched(true);
    assertThat(green()).containsExactly(id);
  }

  @Test
  void howATileEndedStaysToBeSeenUntilTheNextSale() {
    long declined = sell("15000");
    saleController.leave();
    bench.engine.sales().train(declined, "decline");
    bench.pump();
    assertThat(saleController.open().find(declined).orElseThrow().state())
        .isEqualTo(SaleState.DECLINED);
    sell("300");
    assertThat(saleController.open().find(declined)).isEmpty();
  }

  @Test
  void anEndThatNobodyToldIsFoundByComparing() {
    long id = sell("15000");
    bench.engine.sales().train(id, "pay");
    bench.feed.openTold(bench.engine.till().openSales());
    assertThat(green()).containsExactly(id);
  }

  @Test
  void theSameSumCanBeAskedForOnceMore() {
    long id = sell("2500,50");
    bench.engine.sales().train(id, "expire");
    bench.pump();
    saleController.again();
    assertThat(saleController.form().amountProperty().get()).isEqualTo("2500,50");
    assertThat(saleController.currentProperty().get()).isNull();
  }

  private long sell(String amount) {
    saleController.form().type(amount);
    saleController.form().create(NotMade.Way.QR);
    bench.pump();
    return saleController.currentProperty().get().id();
  }

  /** A sale that another till of the shop begins. */
  private long sellElsewhere() {
    sold++;
    long id =
        bench
            .engine
            .till()
            .createQr(new NewInvoiceJson("100", null, null, null), "other-" + sold)
            .id();
    bench.pump();
    return id;
  }

  private void pay(long id) {
    bench.engine.sales().train(id, "pay");
    bench.pump();
  }

  private List<Long> green() {
    return saleController.greenProperty().get().stream().map(sale -> sale.invoice().id()).toList();
  }
}
