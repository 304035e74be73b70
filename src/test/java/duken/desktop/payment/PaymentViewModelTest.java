package duken.desktop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson;
import duken.api.NewInvoiceJson;
import duken.desktop.Bench;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.task.Countdown;
import java.time.Duration;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentViewModelTest {

  private final Bench bench = new Bench();
  private final PaymentViewModel model = new PaymentViewModel(bench.context);
  private final SimpleObjectProperty<DeskJson.Sale> sale = new SimpleObjectProperty<>();
  private long id;

  @BeforeEach
  void showAQr() {
    id = bench.engine.till().createQr(new NewInvoiceJson("15000", null, null, null), "k-1").id();
    sale.set(bench.engine.sales().get(id).sale());
    Countdown countdown = new Countdown(bench.time::nanoTime);
    countdown.anchor(sale.get().millisLeft());
    bench.feed.onSale(sale::set);
    model.follow(sale, countdown);
  }

  @Test
  void theCountdownFollowsTheMonotonicClockOnly() {
    assertThat(model.timeLeftProperty().get()).isEqualTo("20:00");
    bench.time.jump(Duration.ofHours(-5));
    bench.pass(Duration.ofSeconds(61));
    assertThat(model.timeLeftProperty().get()).isEqualTo("18:59");
  }

  @Test
  void stepsOfTheCustomerAreSeen() {
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.WAITING);
    train("scan");
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.SCANNED);
    train("confirm");
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.CONFIRMING);
    train("silence");
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.CHECKING);
  }

  @Test
  void whenTimeIsOverTheBankIsAskedBeforeAnythingIsSaid() {
    bench.pass(Duration.ofMinutes(20));
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.CHECKING);
    train("expire");
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.EXPIRED);
    assertThat(model.timeLeftProperty().get()).isEmpty();
  }

  @Test
  void aCancelIsAskedAboutBeforeItIsSent() {
    model.cancel();
    assertThat(model.asksToCancelProperty().get()).isTrue();
    assertThat(bench.engine.sales().get(id).sale().invoice().state().status()).isEqualTo("pending");
    model.cancel();
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.CANCELLED);
  }

  @Test
  void aCancelCanBeTakenBack() {
    model.cancel();
    assertThat(model.keep()).isTrue();
    assertThat(model.asksToCancelProperty().get()).isFalse();
    assertThat(bench.engine.sales().get(id).sale().invoice().state().status()).isEqualTo("pending");
  }

  @Test
  void aPaymentThatComesFirstEndsTheQuestion() {
    model.cancel();
    train("pay");
    assertThat(model.asksToCancelProperty().get()).isFalse();
    assertThat(model.isCancellable()).isFalse();
  }

  @Test
  void aCancelThatComesTooLateIsSaidInWords() {
    model.cancel();
    bench.engine.sales().train(id, "pay");
    model.cancel();
    assertThat(model.messageProperty().get().text(bench.texts)).contains("нельзя отменить");
  }

  @Test
  void aRoadThatCannotCancelOffersNone() {
    bench.engine.capabilities("qr");
    bench.pump();
    assertThat(model.isCancellable()).isFalse();
  }

  @Test
  void offTheScreenNothingBeats() {
    model.release();
    assertThat(bench.beating()).isZero();
  }

  private void train(String act) {
    bench.engine.sales().train(id, act);
    bench.pump();
  }

  @Test
  void aBillThatCannotLeaveShowsItsAgeAndIsHeldBackInTheEnd() {
    queue(false);
    bench.pass(Duration.ofMinutes(3));
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.NOT_SENT);
    assertThat(model.minutesQueuedProperty().get()).isEqualTo(3);
    model.sendLate();
    queue(true);
    bench.pass(Duration.ofMinutes(13));
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.HELD);
    assertThat(model.minutesQueuedProperty().get()).isEqualTo(16);
    model.sendLate();
    bench.pump();
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.NOT_SENT);
    assertThat(model.minutesQueuedProperty().get()).isZero();
  }

  @Test
  void aBillThatCannotLeaveIsWithdrawnWithoutTheBank() {
    queue(true);
    bench.engine.capabilities();
    bench.pump();
    assertThat(model.isCancellable()).isTrue();
    model.cancel();
    model.cancel();
    bench.pump();
    assertThat(model.stateProperty().get()).isEqualTo(SaleState.CANCELLED);
  }

  private void queue(boolean held) {
    bench.engine.queue(id, held);
    bench.pump();
  }
}
