package duken.desktop.till;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.NewInvoiceJson;
import duken.desktop.Bench;
import duken.domain.Money;
import org.junit.jupiter.api.Test;

class TodaySalesTest {

  private final Bench bench = new Bench();
  private final TodaySales today = new TodaySales(bench.context);

  @Test
  void aPaymentAppearsAtOnceAndCounts() {
    today.follow();
    assertThat(today.sales()).isEmpty();
    long id =
        bench.engine.till().createQr(new NewInvoiceJson("1500", null, null, null), "k-1").id();
    bench.pump();
    assertThat(today.sales()).hasSize(1);
    assertThat(today.takenProperty().get()).isEqualTo(Money.ZERO);
    bench.engine.sales().train(id, "pay");
    bench.pump();
    assertThat(today.takenProperty().get()).isEqualTo(Money.ofTenge(1500));
  }

  @Test
  void changesDuringAQuestionAreAskedAboutAfterIt() {
    bench.hold();
    today.follow();
    bench.engine.till().createQr(new NewInvoiceJson("1500", null, null, null), "k-1");
    bench.pump();
    bench.pump();
    bench.release();
    assertThat(today.sales()).hasSize(1);
  }

  @Test
  void whatIsNotShownDoesNotListen() {
    today.follow();
    today.release();
    assertThat(bench.beating()).isZero();
    bench.engine.till().createQr(new NewInvoiceJson("1500", null, null, null), "k-1");
    bench.pump();
    assertThat(today.sales()).isEmpty();
  }
}
