package duken.desktop.till;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.DeskJson;
import duken.api.EngineProblem;
import duken.api.NewInvoiceJson;
import duken.desktop.Bench;
import duken.desktop.FxRig;
import duken.desktop.cart.CartDesk;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.FormKey;
import duken.domain.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SaleFormTest {

  private final Bench bench = new Bench();
  private final List<DeskJson.Sale> created = new ArrayList<>();
  private final SaleForm form =
      new SaleForm(
          bench.engine,
          bench.context.background(),
          new CartDesk(bench.context).checkout(),
          bench.feed::can,
          new FormKey(),
          bench.context.moments()::now,
          created::add);

  @BeforeAll
  static void startTheToolkit() {
    FxRig.start();
  }

  @Test
  void digitsAndEnterMakeAQr() {
    form.type("15000");
    form.create(NotMade.Way.QR);
    assertThat(created).hasSize(1);
    assertThat(created.getFirst().invoice().terms().amount()).isEqualTo("15000.00");
    assertThat(created.getFirst().qrText()).isNotBlank();
  }

  @Test
  void theFormIsEmptyAfterASale() {
    form.commentProperty().set("Капучино");
    form.type("900");
    form.create(NotMade.Way.QR);
    assertThat(form.isIdle()).isTrue();
    assertThat(form.commentProperty().get()).isEmpty();
  }

  @Test
  void commentAndOrderTravelWithTheSale() {
    form.type("900");
    form.askNote();
    form.commentProperty().set(" Капучино ");
    form.orderProperty().set("A-17");
    form.back();
    form.create(NotMade.Way.QR);
    assertThat(created.getFirst().invoice().terms().description()).isEqualTo("Капучино");
    assertThat(created.getFirst().invoice().terms().externalOrderId()).isEqualTo("A-17");
  }

  @Test
  void anEmptyAmountIsSaidInWordsAndNothingIsSent() {
    form.create(NotMade.Way.QR);
    assertThat(message()).isEqualTo("Наберите сумму");
    assertThat(bench.engine.count()).isZero();
  }

  @Test
  void aSumOfZeroIsRefusedInWords() {
    form.type("0,00");
    form.create(NotMade.Way.QR);
    assertThat(message()).contains("0,01");
    assertThat(bench.engine.count()).isZero();
  }

  @Test
  void aLargerSumCannotBeTypedAndThatIsSaid() {
    form.type("999999999");
    assertThat(form.amountProperty().get()).isEqualTo("99999999");
    assertThat(message()).contains("99 999 999,99");
  }

  @Test
  void withoutAnAnswerTheSameSaleIsSentAgainOnlyOnce() {
    bench.engine.loseNextAnswer();
    form.type("15000");
    form.create(NotMade.Way.QR);
    assertThat(created).isEmpty();
    assertThat(message()).contains("второй счёт не появится");
    form.create(NotMade.Way.QR);
    assertThat(created).hasSize(1);
    assertThat(bench.engine.count()).isEqualTo(1);
  }

  @Test
  void aSumChangedAfterNoAnswerIsAnotherSale() {
    bench.engine.loseNextAnswer();
    form.type("15000");
    form.create(NotMade.Way.QR);
    form.backspace();
    form.create(NotMade.Way.QR);
    assertThat(created.getFirst().invoice().terms().amount()).isEqualTo("1500.00");
    assertThat(bench.engine.count()).isEqualTo(2);
  }

  @Test
  void whileTheEngineIsAskedNothingChanges() {
    bench.hold();
    form.type("15000");
    form.create(NotMade.Way.QR);
    assertThat(form.busyProperty().get()).isTrue();
    form.type("1");
    form.create(NotMade.Way.QR);
    form.clear();
    bench.release();
    assertThat(bench.engine.count()).isEqualTo(1);
    assertThat(created.getFirst().invoice().terms().amount()).isEqualTo("15000.00");
  }

  @Test
  void theEnginesNoIsShownInItsWords() {
    bench.engine.refuseNext(new EngineProblem(502, "PROVIDER_ERROR", "Банк молчит", Map.of()));
    form.type("15000");
    form.create(NotMade.Way.QR);
    assertThat(message()).isEqualTo("Банк молчит (код PROVIDER_ERROR)");
    assertThat(form.amountProperty().get()).isEqualTo("15000");
  }

  @Test
  void theComplaintAboutAFieldIsShownAlone() {
    bench.engine.refuseNext(
        new EngineProblem(
            422,
            "VALIDATION_ERROR",
            "Проверьте поля",
            Map.of("amount", List.of("Только целые тенге"))));
    form.type("15000");
    form.create(NotMade.Way.QR);
    assertThat(message()).isEqualTo("Только целые тенге");
  }

  @Test
  void aBillWaitsForTheWholeNumberButNotForItsOwnersName() {
    form.type("2500");
    form.askPhone();
    form.type("701234567");
    form.sendBill();
    assertThat(bench.engine.count()).isZero();
    bench.hold();
    form.type("8");
    assertThat(form.payer().stageProperty().get()).isEqualTo(PayerLookup.Stage.ASKING);
    assertThat(form.payer().isReady()).isTrue();
    form.sendBill();
    bench.release();
    assertThat(created.getFirst().invoice().customer().phoneNumber()).isEqualTo("87012345678");
  }

  @Test
  void aScanThatReadsAsAPhoneIsTakenOutBeforeTheBankIsAskedWhoseItIs() {
    List<Runnable> later = new ArrayList<>();
    SaleForm scanned =
        new SaleForm(
            bench.engine,
            new Background(Runnable::run, Runnable::run, (work, _) -> later.add(work)),
            new CartDesk(bench.context).checkout(),
            bench.feed::can,
            new FormKey(),
            bench.context.moments()::now,
            created::add);
    scanned.type("2500");
    scanned.askPhone();
    Runnable undo = scanned.remember();
    scanned.type("7012345678");
    undo.run();
    List.copyOf(later).forEach(Runnable::run);
    assertThat(bench.engine.lookups).isEmpty();

    scanned.type("7012345678");
    List.copyOf(later).forEach(Runnable::run);
    assertThat(bench.engine.lookups).containsExactly("87012345678");
    assertThat(scanned.payer().nameProperty().get()).isEqualTo("Асель Т.");
  }

  @Test
  void theOwnersNameIsShownAndOnlyTheLastNumberIsAskedAbout() {
    form.type("2500");
    form.askPhone();
    bench.hold();
    form.type("7012345678");
    form.backspace();
    form.type("9");
    form.backspace();
    form.type("7");
    bench.release();
    assertThat(form.payer().nameProperty().get()).isEqualTo("Асель Т.");
    assertThat(bench.engine.lookups).containsExactly("87012345678", "87012345677");
  }

  @Test
  void aQrWithoutARoadIsSaidClearlyAndTriedAgainWithOneKey() {
    bench.engine.refuseNext(new EngineProblem(504, "PROVIDER_TIMEOUT", "Банк молчит", Map.of()));
    form.type("15000");
    form.create(NotMade.Way.QR);
    assertThat(form.trouble.stateProperty().get()).isEqualTo(QrTrouble.State.ROADLESS);
    form.create(NotMade.Way.QR);
    assertThat(form.trouble.stateProperty().get()).isEqualTo(QrTrouble.State.NONE);
    assertThat(created).hasSize(1);
  }

  @Test
  void aQrOfWhichNobodyKnowsIsLookedForAndNotMadeASecondTime() {
    long made =
        bench.engine.till().createQr(new NewInvoiceJson("15000.00", null, null, null), "k1").id();
    bench.engine.refuseNext(
        new EngineProblem(504, "PROVIDER_TIMEOUT", "Банк молчит", Map.of(), made, "pending"));
    form.type("15000");
    form.create(NotMade.Way.QR);
    assertThat(form.trouble.stateProperty().get()).isEqualTo(QrTrouble.State.UNSURE);
    assertThat(form.messageProperty().get().key()).isEqualTo("till.qr.unsure");
    form.create(NotMade.Way.QR);
    assertThat(created).extracting(sale -> sale.invoice().id()).containsExactly(made);
    assertThat(bench.engine.till().openSales()).hasSize(1);
  }

  @Test
  void aQrOfWhichNobodyKnewAndThatWasNotMadeMayBeTriedAgain() {
    long made =
        bench.engine.till().createQr(new NewInvoiceJson("15000.00", null, null, null), "k1").id();
    bench.engine.refuseNext(
        new EngineProblem(504, "PROVIDER_TIMEOUT", "Банк молчит", Map.of(), made, "pending"));
    form.type("15000");
    form.create(NotMade.Way.QR);
    bench.engine.sales().train(made, "expire");
    form.create(NotMade.Way.QR);
    assertThat(form.trouble.stateProperty().get()).isEqualTo(QrTrouble.State.ROADLESS);
    assertThat(created).isEmpty();
    form.create(NotMade.Way.QR);
    assertThat(created).extracting(sale -> sale.invoice().id()).doesNotContain(made).hasSize(1);
  }

  @Test
  void aSilentBankDoesNotKeepABillBack() {
    form.type("2500");
    form.askPhone();
    bench.engine.away(true);
    form.type("7012345678");
    assertThat(form.payer().stageProperty().get()).isEqualTo(PayerLookup.Stage.UNKNOWN);
    bench.engine.away(false);
    form.sendBill();
    assertThat(created).hasSize(1);
  }

  @Test
  void aRoadThatTellsNoNamesIsNotAsked() {
    bench.engine.capabilities("phone");
    bench.pump();
    form.type("2500");
    form.askPhone();
    bench.hold();
    form.type("7012345678");
    assertThat(form.payer().isReady()).isTrue();
  }

  @Test
  void theCountrysCodeTypedAgainBillsNobodyElse() {
    form.type("2500");
    form.askPhone();
    form.type("+77011234567");
    form.sendBill();
    assertThat(created.getFirst().invoice().customer().phoneNumber()).isEqualTo("87011234567");
  }

  @Test
  void whatCannotBeReadWhenPastedIsSaid() {
    form.paste("завтра");
    assertThat(message()).isEqualTo("Это не похоже на сумму");
    form.paste("15.000");
    assertThat(message()).startsWith("Три цифры после запятой");
    assertThat(form.amountProperty().get()).isEmpty();
    form.type("2500");
    form.askPhone();
    form.paste("4400 4301 1234 5678");
    assertThat(message()).isEqualTo("Вставленное не похоже на один номер телефона Казахстана.");
    assertThat(form.payer().isReady()).isFalse();
  }

  @Test
  void theAnswerAboutAnOldNumberIsForgotten() {
    form.type("2500");
    form.askPhone();
    bench.hold();
    form.type("7012345678");
    form.backspace();
    bench.release();
    assertThat(form.payer().nameProperty().get()).isEmpty();
    assertThat(form.payer().isReady()).isFalse();
  }

  @Test
  void escapeGoesBackOneStepAtATime() {
    form.type("2500");
    form.askPhone();
    form.type("701");
    form.back();
    assertThat(form.stepProperty().get()).isEqualTo(SaleForm.Step.AMOUNT);
    assertThat(form.amountProperty().get()).isEqualTo("2500");
    form.back();
    assertThat(form.isIdle()).isTrue();
  }

  @Test
  void aPhoneIsAskedForOnlyWithAnAmount() {
    form.askPhone();
    assertThat(form.stepProperty().get()).isEqualTo(SaleForm.Step.AMOUNT);
    assertThat(message()).isEqualTo("Наберите сумму");
  }

  @Test
  void aSecondBillOfTheSameSumToTheSamePhoneAsksWhetherItIsAnotherCustomer() {
    bill("2500", "7012345678");
    long first = created.getFirst().invoice().id();
    bill("2500", "7012345678");
    assertThat(created).hasSize(1);
    assertThat(earlier()).isEqualTo(first);
    bench.engine.sales().train(first, "pay");
    form.guard.heard(bench.engine.sales().get(first).sale());
    assertThat(form.guard.earlierProperty().get().invoice().state().status()).isEqualTo("paid");
    form.sendBill();
    assertThat(created).hasSize(2);
    bill("2500", "7012345679");
    bill("2600", "7012345678");
    assertThat(created).hasSize(4);
    bench.time.pass(java.time.Duration.ofMinutes(11));
    bill("2500", "7012345678");
    assertThat(created).hasSize(5);
  }

  @Test
  void aBillThatCameToNothingIsSentAgainWithoutAQuestion() {
    bill("2500", "7012345678");
    bench.engine.sales().train(created.getFirst().invoice().id(), "decline");
    bill("2500", "7012345678");
    assertThat(created).hasSize(2);
  }

  @Test
  void anotherNumberAfterTheQuestionIsNotConfirmedByIt() {
    bill("2500", "7012345678");
    bill("2500", "7012345678");
    form.backspace();
    form.type("8");
    assertThat(form.guard.earlierProperty().get()).isNull();
    form.sendBill();
    assertThat(created).hasSize(1);
    assertThat(earlier()).isPositive();
  }

  @Test
  void aBillOfWhichNobodyKnowsIsOpenedAndNotSentASecondTime() {
    bill("2500", "7012345678");
    long made = created.getFirst().invoice().id();
    bench.time.pass(java.time.Duration.ofMinutes(11));
    bench.engine.refuseNext(
        new EngineProblem(504, "PROVIDER_TIMEOUT", "Банк молчит", Map.of(), made, "pending"));
    bill("2500", "7012345678");
    assertThat(form.trouble.stateProperty().get()).isEqualTo(QrTrouble.State.UNSURE);
    form.sendBill();
    assertThat(created).extracting(sale -> sale.invoice().id()).containsExactly(made, made);
    assertThat(bench.engine.count()).isEqualTo(1);
  }

  private void bill(String sum, String phone) {
    form.clear();
    form.type(sum);
    form.askPhone();
    form.type(phone);
    form.sendBill();
  }

  private long earlier() {
    return form.guard.earlierProperty().get().invoice().id();
  }

  @Test
  void aSumCanBePasted() {
    form.paste("15 000,50 ₸");
    assertThat(form.amountProperty().get()).isEqualTo("15000,50");
    form.begin(Money.ofTenge(700));
    assertThat(form.amountProperty().get()).isEqualTo("700");
  }

  private String message() {
    return form.messageProperty().get().text(bench.texts);
  }
}
