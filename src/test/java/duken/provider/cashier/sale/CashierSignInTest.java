package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.DomainRefusal;
import duken.domain.Phone;
import duken.engine.admin.BankConnectionService;
import duken.engine.admin.BankConnectionService.Step;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way a shop's own account is connected, with everything that can be in the way. */
class CashierSignInTest {

  private static final String PHONE = CashierPaths.STEP + "#phone";
  private static final String CODE = CashierPaths.STEP + "#code";

  @TempDir Path ledger;
  private CashierShop till;
  private BankConnectionService accounts;

  @BeforeEach
  void open() {
    till = CashierShop.open(ledger, Map.of());
    accounts = till.shop.engine.accounts();
  }

  @AfterEach
  void close() {
    till.close();
    assertThat(till.bank.breaches()).isEmpty();
  }

  private Step sendCode() {
    return accounts.sendCode(till.tenant(), CashierShop.CASHIER, true);
  }

  private Step enter(String code) {
    return accounts.enterCode(till.tenant(), code);
  }

  @Test
  void nothingIsSentBeforeTheNoticeIsAccepted() {
    assertThatThrownBy(() -> accounts.sendCode(till.tenant(), CashierShop.CASHIER, false))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal -> assertThat(domainRefusal.fields()).containsOnlyKeys("accept_notice"));
    assertThat(till.bank.counts().total()).isZero();
    assertThat(sendCode().word()).isEqualTo("code_sent");
    assertThat(accounts.standing(till.tenant()).signIn().noticeAccepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XS1", "XS2"})
  void numberAndCodeConnectTheAccount(String profile) throws Exception {
    try (CashierShop other =
        CashierShop.open(
            java.nio.file.Files.createTempDirectory(ledger, "p"),
            Map.of("signature-profile", profile))) {
      BankConnectionService its = other.shop.engine.accounts();
      assertThat(its.standing(other.tenant()).connection()).isEqualTo("not_configured");
      its.sendCode(other.tenant(), CashierShop.CASHIER, true);
      assertThat(its.standing(other.tenant()).signIn().codeAwaited()).isTrue();
      assertThat(its.enterCode(other.tenant(), CashierShop.CODE).word()).isEqualTo("connected");
      assertThat(its.standing(other.tenant()).connection()).isEqualTo("connected");
      assertThat(its.standing(other.tenant()).account().organization()).isNotBlank();
      assertThat(its.probe(other.tenant()).connection()).isEqualTo("connected");
      assertThat(other.bank.breaches()).isEmpty();
    }
  }

  @Test
  void aWrongCodeMayBeTypedAgainUntilTheBankHasEnough() {
    sendCode();
    assertThat(enter("9999").word()).isEqualTo("wrong_code");
    assertThat(enter("99").word()).as("not a code: the bank is not asked").isEqualTo("wrong_code");
    assertThat(enter(CashierShop.CODE).word()).isEqualTo("connected");
  }

  @Test
  void tooManyWrongCodesEndTheSignIn() {
    sendCode();
    Step step = enter("9999");
    for (int i = 0; i < 10 && "wrong_code".equals(step.word()); i++) {
      step = enter("9999");
    }
    assertThat(step.trouble()).isEqualTo("too_many_attempts");
    assertThat(accounts.standing(till.tenant()).signIn().codeAwaited()).isFalse();
  }

  @Test
  void noSecondSmsWithinAMinuteNotEvenAfterARestart() {
    sendCode();
    assertThat(sendCode().trouble()).isEqualTo("too_soon");
    assertThat(accounts.standing(till.tenant()).signIn().smsWait()).isPositive();
    till = till.reopened();
    accounts = till.shop.engine.accounts();
    till.shop.clock.pass(Duration.ofSeconds(59));
    assertThat(sendCode().trouble()).isEqualTo("too_soon");
    assertThat(till.bank.counts().sms()).isOne();
    till.shop.clock.pass(Duration.ofSeconds(1));
    assertThat(sendCode().word()).isEqualTo("code_sent");
    assertThat(till.bank.counts().sms()).isEqualTo(2);
  }

  @Test
  void aCodeThatComesAfterTenMinutesIsTooLate() {
    sendCode();
    till.shop.clock.pass(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(enter(CashierShop.CODE).trouble()).isEqualTo("timed_out");
  }

  @Test
  void aSignInThatIsGivenUpIsForgotten() {
    sendCode();
    accounts.cancel(till.tenant());
    assertThat(enter(CashierShop.CODE).trouble()).isEqualTo("timed_out");
    assertThat(till.bank.counts().of(CashierPaths.STEP + "#code")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ORG_REGISTRATION, needs_bank_app",
    "PASSWORD, needs_password",
    "PHOTO, needs_face",
    "UNIVERSAL_PHOTO, needs_face",
    "UNKNOWN, needs_bank_app"
  })
  void whateverTheBankAsksBeyondTheCodeIsForTheHuman(String screen, String trouble) {
    till.bank.behave("screen", screen);
    sendCode();
    int before = till.bank.counts().total();
    assertThat(enter(CashierShop.CODE).trouble()).isEqualTo(trouble);
    assertThat(till.bank.counts().total()).isEqualTo(before + 1);
    assertThat(accounts.standing(till.tenant()).connection()).isEqualTo("not_configured");
  }

  @Test
  void anAccountThatWantsItsPasswordGetsNoSmsAndIsToldSo() {
    till.bank.behave("screen", "PASSWORD_AFTER_PHONE");
    assertThat(sendCode().trouble()).isEqualTo("needs_password");
    assertThat(till.bank.counts().sms()).isZero();
    assertThat(enter(CashierShop.CODE).trouble()).isEqualTo("timed_out");
  }

  @Test
  void anAccountWithoutAShopAndADeviceThatIsNotAllowedAreTwoThings() {
    till.bank.behave("shop", false);
    sendCode();
    assertThat(enter(CashierShop.CODE).trouble()).isEqualTo("no_shop");
    till.shop.clock.pass(Duration.ofSeconds(61));
    till.bank.behave("shop", true);
    till.bank.fault(CashierPaths.ORG_CONTEXT, Fault.statusCode(-101_001));
    sendCode();
    assertThat(enter(CashierShop.CODE).trouble()).isEqualTo("not_allowed");
    assertThat(accounts.standing(till.tenant()).connection()).isEqualTo("not_configured");
  }

  @Test
  void theOwnersOwnNumberIsTakenWithAWarning() {
    till.bank.behave("cashier", false);
    sendCode();
    assertThat(enter(CashierShop.CODE).word()).isEqualTo("connected");
    assertThat(accounts.standing(till.tenant()).signIn().ownersNumber()).isTrue();
    till.shop.clock.pass(Duration.ofSeconds(61));
    till.bank.behave("cashier", true);
    till.signedIn();
    assertThat(accounts.standing(till.tenant()).signIn().ownersNumber()).isFalse();
  }

  @Test
  void twoCashiersOfAShopNeverShareATelephoneAndEachKeepsHis() {
    Phone other = new Phone("7010000002");
    till.signedIn();
    String first = device();
    accounts.sendCode(till.tenant(), other, true);
    assertThat(enter(CashierShop.CODE).word()).isEqualTo("connected");
    String second = device();
    assertThat(second).isNotEqualTo(first);

    till.shop.clock.pass(Duration.ofSeconds(61));
    accounts.disconnect(till.tenant());
    till.signedIn();
    assertThat(device()).isEqualTo(first);
    till.shop.clock.pass(Duration.ofSeconds(61));
    accounts.sendCode(till.tenant(), other, true);
    enter(CashierShop.CODE);
    assertThat(device()).isEqualTo(second);
  }

  /** The install id of the telephone that is signed in. */
  private String device() {
    String session = till.vault.get(till.tenant() + "cashier.session");
    return session.replaceAll(".*\"installId\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void anotherNumberInBetweenBringsNoSecondSmsWithinAMinute() {
    sendCode();
    accounts.sendCode(till.tenant(), new Phone("7010000002"), true);
    assertThat(sendCode().trouble()).isEqualTo("too_soon");
    assertThat(till.bank.counts().sms()).isEqualTo(2);
  }

  @Test
  void twoWhoAskForACodeAtOnceGetOneSms() {
    List<CompletableFuture<Step>> both =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(this::sendCode, Thread::startVirtualThread))
            .limit(4)
            .toList();
    List<String> words = both.stream().map(step -> step.join().word()).toList();
    assertThat(words).filteredOn("code_sent"::equals).hasSize(1);
    assertThat(till.bank.counts().sms()).isOne();
  }

  @Test
  void oneCodeThatTwoEnterAtOnceCostsOneAttempt() {
    sendCode();
    List<CompletableFuture<Step>> both =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> enter(CashierShop.CODE), Thread::startVirtualThread))
            .limit(4)
            .toList();
    assertThat(both.stream().map(step -> step.join().word()))
        .filteredOn("connected"::equals)
        .hasSize(1);
    assertThat(till.bank.counts().of(CODE)).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "OldVersionToUpdate, old_version",
    "UserPhoneNumberDoesNotBelongToAnyOperator, phone_refused",
    "EnterOtpAttemptsExceeded, too_many_attempts",
    "PasswordAttemptsExceeded, too_many_attempts",
    "TemporaryBlocked, blocked",
    "AccountTemporaryBlocked, blocked",
    "AccountAlreadyTemporaryBlocked, blocked",
    "OtpAttemptsExceeded, too_many_attempts",
    "ContextNotFound, timed_out",
    "KaspiPayCheckSecurityFailed, device_refused",
    "BadIncomingRequest, contract_mismatch",
    "PasswordIsEmpty, contract_mismatch",
    "NobodyKnowsThis, other"
  })
  void eachErrorOfTheEntranceHasItsOwnWordsWhereverItStands(String code, String trouble) {
    for (Fault.Kind where :
        new Fault.Kind[] {
          Fault.Kind.ENTRANCE_ERROR, Fault.Kind.ENTRANCE_DATA_ERROR, Fault.Kind.ENTRANCE_ALARM
        }) {
      till.bank.fault(CashierPaths.STEP + "#phone", new Fault(where, false, 0, code, 0));
      assertThat(sendCode().trouble()).as("%s", where).isEqualTo(trouble);
      till.shop.clock.pass(Duration.ofHours(25));
    }
  }

  @Test
  void aBlockedNumberIsNotTriedAgainOnThatDayAlsoAfterARestart() {
    till.bank.fault(
        CashierPaths.STEP + "#phone",
        new Fault(Fault.Kind.ENTRANCE_ERROR, false, 0, "TemporaryBlocked", 0));
    assertThat(sendCode().trouble()).isEqualTo("blocked");
    till.bank.forget();
    till = till.reopened();

    till.shop.clock.pass(Duration.ofMinutes(30));
    assertThat(sendCode().trouble()).isEqualTo("blocked");
    till.shop.clock.pass(Duration.ofDays(-400));
    assertThat(sendCode().word()).as("the clock was a year ahead").isEqualTo("code_sent");
    till.shop.clock.pass(Duration.ofDays(400));
    assertThat(sendCode().trouble()).isEqualTo("blocked");
    assertThat(till.bank.counts().sms()).isOne();
    till.shop.clock.pass(Duration.ofHours(25));
    assertThat(sendCode().word()).isEqualTo("code_sent");
  }

  @Test
  void anOldVersionIsToldAsOne() {
    till.bank.behave("oldestBuild", 99_999);
    assertThat(sendCode().trouble()).isEqualTo("old_version");
  }

  @ParameterizedTest
  @CsvSource({
    "WITHOUT_TOKEN, contract_mismatch",
    "WITHOUT_KEY, contract_mismatch",
    "BAD_KEY, contract_mismatch",
    "NO_ROLES, no_cashier"
  })
  void withoutSerialSecretAndProfileThereIsNoSession(String finish, String trouble) {
    till.bank.behave("finish", finish);
    sendCode();
    assertThat(enter(CashierShop.CODE).trouble()).isEqualTo(trouble);
    assertThat(accounts.standing(till.tenant()).connection()).isEqualTo("not_configured");
  }

  @Test
  void aLostAnswerIsReadOnceMoreAndNoStepRepeated() {
    till.bank.fault(PHONE, Fault.cutAfter());
    assertThat(sendCode().word()).isEqualTo("code_sent");
    till.bank.fault(CODE, Fault.half());
    assertThat(enter(CashierShop.CODE).word()).isEqualTo("connected");
    assertThat(till.bank.counts().of(PHONE)).isOne();
    assertThat(till.bank.counts().of(CODE)).isOne();
    assertThat(till.bank.counts().of(CashierPaths.LAST_RESPONSE)).isEqualTo(2);
    assertThat(till.bank.counts().sms()).isOne();
  }

  @Test
  void aStepThatNeverArrivedIsNotTakenForOneThatDid() {
    till.bank.fault(PHONE, Fault.cutBefore());
    assertThat(sendCode().trouble()).isEqualTo("unreachable");
    assertThat(till.bank.counts().sms()).isZero();
    till.shop.clock.pass(Duration.ofSeconds(61));
    sendCode();
    till.bank.fault(CODE, Fault.http(502));
    assertThat(enter(CashierShop.CODE).word()).as("asked for anew").isEqualTo("code_sent");
    assertThat(enter(CashierShop.CODE).word()).isEqualTo("connected");
  }

  @Test
  void aCodeIsNotSentAgainBeforeTheBankSaidWhatItMadeOfTheFirst() {
    sendCode();
    till.bank.fault(CODE, Fault.cutAfter());
    till.bank.fault(CashierPaths.LAST_RESPONSE, Fault.http(503));
    assertThat(enter(CashierShop.CODE).trouble()).isEqualTo("unreachable");
    assertThat(accounts.standing(till.tenant()).signIn().codeAwaited()).isTrue();
    assertThat(enter(CashierShop.CODE).word()).isEqualTo("connected");
    assertThat(till.bank.counts().of(CODE)).isOne();
  }

  @ParameterizedTest
  @CsvSource({"OPTIONAL_PIN, connected,", "PIN, stopped, needs_bank_app"})
  void aPinOfTheCashierIsLeftOutOrIsForTheHuman(String screen, String word, String trouble) {
    till.bank.behave("screen", screen);
    sendCode();
    Step step = enter(CashierShop.CODE);
    assertThat(step.word()).isEqualTo(word);
    assertThat(step.trouble()).isEqualTo(trouble);
  }

  @Test
  void anOldVersionIsToldFromTheDayItHoldsAndTheSessionIsThereAgainWithoutASignIn() {
    till.signedIn();
    String telephone = till.vault.get(till.tenant() + "cashier.identity");
    till.bank.behave("oldestBuildFrom", till.shop.clock.instant().plusSeconds(60).toString());
    till.bank.behave("oldestBuild", 99_999);
    assertThat(accounts.probe(till.tenant()).connection()).isEqualTo("connected");
    till.shop.clock.pass(Duration.ofSeconds(61));
    assertThat(accounts.probe(till.tenant()).trouble()).isEqualTo("old_version");
    till.bank.behave("oldestBuild", 0);
    assertThat(accounts.probe(till.tenant()).connection()).isEqualTo("connected");
    assertThat(till.vault.get(till.tenant() + "cashier.identity")).isEqualTo(telephone);
  }

  @Test
  void anUnansweredInitSendsNoSms() {
    till.bank.fault(CashierPaths.STEP + "#init", Fault.cutAfter());
    assertThat(sendCode().trouble()).isEqualTo("unreachable");
    assertThat(till.bank.counts().sms()).isZero();
  }

  @Test
  void whereTheLastAnswerIsLostTooTheHumanStartsAgain() {
    till.bank.fault(PHONE, Fault.cutAfter());
    till.bank.fault(CashierPaths.LAST_RESPONSE, Fault.cutAfter());
    assertThat(sendCode().trouble()).isEqualTo("unreachable");
    assertThat(till.bank.counts().of(CashierPaths.STEP + "#phone")).isOne();
    assertThat(till.bank.counts().sms()).isOne();
    assertThat(sendCode().trouble()).isEqualTo("too_soon");
  }

  @Test
  void anOrganisationThatCannotBeReadIsAskedForOnceMore() {
    till.bank.fault(CashierPaths.ORG_CONTEXT, Fault.brokenJson());
    sendCode();
    assertThat(enter(CashierShop.CODE).word()).isEqualTo("connected");
    assertThat(till.bank.counts().of(CashierPaths.ORG_CONTEXT)).isEqualTo(2);
  }

  @Test
  void theTelephoneStaysTheSameAtTheNextSignIn() {
    till.signedIn();
    String telephone = till.vault.get(till.tenant() + "cashier.identity");
    accounts.disconnect(till.tenant());
    assertThat(accounts.standing(till.tenant()).connection()).isEqualTo("not_configured");
    assertThat(till.vault).doesNotContainKey(till.tenant() + "cashier.session");
    till.shop.clock.pass(Duration.ofSeconds(61));
    till.signedIn();
    assertThat(till.vault.get(till.tenant() + "cashier.identity")).isEqualTo(telephone);
  }

  @Test
  void aNewSignInThatFailsLeavesTheOldSessionAlone() {
    till.signedIn();
    till.shop.clock.pass(Duration.ofSeconds(61));
    till.bank.behave("screen", "PASSWORD");
    sendCode();
    enter(CashierShop.CODE);
    assertThat(accounts.probe(till.tenant()).connection()).isEqualTo("connected");
  }
}
