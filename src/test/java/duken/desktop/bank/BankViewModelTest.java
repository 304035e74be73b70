package duken.desktop.bank;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.Bench;
import duken.domain.City;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankViewModelTest {

  private final Bench bench = new Bench();
  private final BankViewModel model = fresh();

  private BankViewModel fresh() {
    return new BankViewModel(bench.engine, bench.context.background(), bench.context.nanoTime());
  }

  private BankViewModel atThePhone() {
    model.shown();
    model.connect();
    model.acceptedProperty().set(true);
    model.accept();
    return model;
  }

  private BankViewModel atTheCode() {
    atThePhone().type("7012345678");
    model.sendCode();
    return model;
  }

  private BankPage page() {
    return model.pageProperty().get();
  }

  private List<String> said() {
    return model.talk().saidProperty().get().stream().map(m -> m.text(bench.texts)).toList();
  }

  @Test
  void nobodyGoesOnWithoutAcceptingTheNotice() {
    model.shown();
    model.connect();
    assertThat(page()).isEqualTo(BankPage.NOTICE);
    model.accept();
    assertThat(page()).isEqualTo(BankPage.NOTICE);
    model.acceptedProperty().set(true);
    model.accept();
    assertThat(page()).isEqualTo(BankPage.PHONE);
  }

  @Test
  void aNoticeAcceptedLongAgoIsNotAskedAgain() {
    bench.engine.bank.noticed();
    model.shown();
    model.connect();
    assertThat(page()).isEqualTo(BankPage.PHONE);
  }

  @Test
  void threeStepsConnectTheAccount() {
    atThePhone().type("8701234567");
    model.sendCode();
    assertThat(bench.engine.bank.asked).isEmpty();
    model.type("8");
    model.sendCode();
    assertThat(page()).isEqualTo(BankPage.CODE);
    assertThat(model.bankTextProperty().get()).contains("45 67");
    model.type("1234");
    model.enterCode();
    assertThat(page()).isEqualTo(BankPage.STANDING);
    assertThat(said()).containsExactly("Подключено: ТОО «Кофейня на Абая»");
    assertThat(bench.engine.bank.asked).containsExactly("sms 87012345678", "code");
  }

  @Test
  void aShopWithoutAPlaceIsAskedForItsCityOnce() {
    atTheCode().type("1234");
    model.enterCode();
    assertThat(model.city().asked().get()).isTrue();
    model.city().typed().set("шым");
    assertThat(model.city().matches()).extracting(City::english).containsExactly("Shymkent");
    model.city().choose(model.city().matches().getFirst());
    assertThat(model.city().asked().get()).isFalse();
    assertThat(model.talk().statusProperty().get().place().latitude()).isEqualTo("42.3155");
  }

  @Test
  void aWrongCodeMayBeTypedAgain() {
    atTheCode().type("9999");
    model.enterCode();
    assertThat(page()).isEqualTo(BankPage.CODE);
    assertThat(said().getFirst()).startsWith("Код неверный");
    assertThat(model.digits().codeProperty().get()).isEmpty();
  }

  @Test
  void aShortCodeIsNotSent() {
    atTheCode().type("123");
    model.enterCode();
    assertThat(bench.engine.bank.asked).containsExactly("sms 87012345678");
  }

  @Test
  void anotherSmsMayBeAskedForOnlyAfterThePause() {
    atTheCode();
    assertThat(model.talk().smsWaitProperty().get()).isEqualTo(60);
    model.resend();
    assertThat(bench.engine.bank.asked).hasSize(1);
    bench.time.pass(Duration.ofSeconds(61));
    model.beat();
    model.resend();
    assertThat(bench.engine.bank.asked).hasSize(2);
  }

  @Test
  void aSignInThatWaitsGoesOnInANewWindow() {
    atTheCode();
    BankViewModel restarted = fresh();
    restarted.shown();
    assertThat(restarted.pageProperty().get()).isEqualTo(BankPage.CODE);
    restarted.type("1234");
    restarted.enterCode();
    assertThat(restarted.pageProperty().get()).isEqualTo(BankPage.STANDING);
    assertThat(restarted.talk().statusProperty().get().connection()).isEqualTo("connected");
  }

  @Test
  void afterARestartAnotherSmsWantsTheNumberAgain() {
    bench.engine.bank.awaiting();
    model.shown();
    model.resend();
    assertThat(page()).isEqualTo(BankPage.PHONE);
    assertThat(bench.engine.bank.asked).isEmpty();
  }

  @Test
  void aLostAnswerIsLookedUpAndNeverRepeated() {
    atThePhone().type("7012345678");
    bench.hold();
    model.sendCode();
    assertThat(model.talk().busyProperty().get()).isTrue();
    model.sendCode();
    bench.engine.away(true);
    bench.release();
    assertThat(page()).isEqualTo(BankPage.PHONE);
    assertThat(said()).isNotEmpty();
    assertThat(bench.engine.bank.asked).isEmpty();
  }

  @Test
  void aSignInThatTheEngineForgotBeginsAnew() {
    atTheCode();
    bench.engine.bank.lapsed();
    model.told(bench.engine.bank().status());
    assertThat(page()).isEqualTo(BankPage.STANDING);
    assertThat(said().getFirst()).isEqualTo("Время на ввод кода вышло.");
  }

  @Test
  void oldNewsDoNotEndASignIn() {
    atThePhone().type("7012345678");
    var before = bench.engine.bank().status();
    model.sendCode();
    model.told(before);
    assertThat(page()).isEqualTo(BankPage.CODE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "old_version",
        "phone_refused",
        "too_many_attempts",
        "blocked",
        "timed_out",
        "device_refused",
        "needs_bank_app",
        "no_cashier",
        "too_soon",
        "unreachable",
        "contract_mismatch",
        "identity_unreadable",
        "other_device",
        "other",
        "something_new"
      })
  void everyTroubleHasASentenceANextStepAndTheBanksOwnWords(String trouble) {
    bench.engine.bank.stopNext(trouble, "SomeCode", "Слова банка");
    atTheCode();
    assertThat(page()).isEqualTo(BankPage.PHONE);
    assertThat(said()).hasSize(3).noneMatch(words -> words.contains("⟨"));
    assertThat(said().getLast()).isEqualTo("Банк пишет: «Слова банка»");
  }

  @Test
  void aNumberThatIsBlockedForAWhileIsNotTriedAgainButAnotherOneIs() {
    bench.engine.bank.stopNext("blocked", "TemporaryBlocked", null);
    atThePhone().type("7012345678");
    model.sendCode();
    assertThat(model.digits().isPhoneWhole()).isFalse();
    model.sendCode();
    assertThat(bench.engine.bank.asked).containsExactly("sms 87012345678");
    for (int i = 0; i < 10; i++) {
      model.backspace();
    }
    model.type("7019999999");
    assertThat(model.digits().isPhoneWhole()).isTrue();
  }

  @Test
  void aStopAtTheCodeEndsTheSignIn() {
    atTheCode();
    bench.engine.bank.stopNext("needs_bank_app", "kpOrgRegistration", null);
    model.type("1234");
    model.enterCode();
    assertThat(page()).isEqualTo(BankPage.STANDING);
    assertThat(said().getLast()).isEqualTo("Банк пишет: «kpOrgRegistration»");
    assertThat(bench.engine.bank.asked).containsExactly("sms 87012345678", "code");
  }

  @Test
  void aCodeThatNobodyAnsweredMayBeTypedAgainAndTheWindowSaysWhatHappensThen() {
    atTheCode();
    bench.engine.bank.stopNext("unreachable", null, null);
    model.type("1234");
    model.enterCode();
    assertThat(page()).isEqualTo(BankPage.CODE);
    assertThat(said().getFirst()).contains("сначала касса узнает, что решил банк");
    bench.engine.bank.loseAnswer();
    model.type("1234");
    model.enterCode();
    assertThat(page()).isEqualTo(BankPage.CODE);
    assertThat(said().getFirst()).contains("снова ждёт код");
    model.type("1234");
    model.enterCode();
    assertThat(page()).isEqualTo(BankPage.STANDING);
  }

  @Test
  void escGoesBackStepByStepAndASignInWaitsMeanwhile() {
    atTheCode();
    assertThat(model.back()).isTrue();
    assertThat(page()).isEqualTo(BankPage.STANDING);
    assertThat(model.back()).isFalse();
    model.connect();
    assertThat(page()).isEqualTo(BankPage.CODE);
    assertThat(bench.engine.bank.asked).hasSize(1);
  }

  @Test
  void cancellingForgetsTheSignIn() {
    atTheCode();
    model.back();
    model.cancelSignIn();
    assertThat(bench.engine.bank.asked).contains("cancel");
    assertThat(model.talk().statusProperty().get().progress().codeAwaited()).isFalse();
  }

  @Test
  void aPastedNumberAndCodeAreRead() {
    atThePhone().paste("+7 (701) 234-56-78");
    assertThat(model.digits().phoneProperty().get().phone().orElseThrow().national())
        .isEqualTo("7012345678");
    model.sendCode();
    model.paste(" 12-34 ");
    assertThat(model.digits().codeProperty().get()).isEqualTo("1234");
    model.backspace();
    assertThat(model.digits().codeProperty().get()).isEqualTo("123");
  }

  @Test
  void aPastedDateIsNoNumberAndThatIsSaid() {
    BankViewModel at = atThePhone();
    at.paste("28.11.2026 19:49");
    assertThat(at.digits().phoneProperty().get().isEmpty()).isTrue();
    assertThat(at.digits().faultProperty().get()).isEqualTo("phone.unreadable");
    at.type("77011234567");
    assertThat(at.digits().faultProperty().get()).isNull();
    assertThat(at.digits().phoneProperty().get().shown()).isEqualTo("+7 (701) 123-45-67");
  }

  @Test
  void theCodeIsForgottenWithTheScreen() {
    atTheCode().type("12");
    model.hidden();
    assertThat(model.digits().codeProperty().get()).isEmpty();
  }

  @Test
  void disconnectingSaysThatOpenInvoicesWait() {
    bench.engine.bank.connected();
    model.shown();
    model.disconnect();
    assertThat(said().getFirst()).contains("ждут");
    assertThat(model.talk().statusProperty().get().connection()).isEqualTo("not_configured");
  }

  @Test
  void aSilentBankIsSaidWhenItIsAsked() {
    bench.engine.bank.connected().reachable(false);
    model.shown();
    model.probe();
    assertThat(said().getFirst()).isEqualTo("Банк не ответил.");
    bench.engine.bank.reachable(true);
    model.probe();
    assertThat(said()).containsExactly("Банк ответил: вход действует.");
  }
}
