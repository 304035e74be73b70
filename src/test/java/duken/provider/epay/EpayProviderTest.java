package duken.provider.epay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.gateway.http.AnswerLanguage;
import duken.gateway.problem.ProblemTexts;
import duken.provider.Connection;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReading.Waiting;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.epay.account.EpaySettings;
import duken.provider.epay.payment.EpayStatus;
import duken.provider.epay.payment.PaymentIdentifier;
import duken.simulator.epay.EpayOperation;
import duken.simulator.epay.EpaySimulator.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider against a fake written from the sheet alone. */
class EpayProviderTest {

  private static final Money SUM = Money.parse("2500.5");

  private final EpayShop shop = new EpayShop();

  @AfterEach
  void nothingOutOfOrder() {
    assertThat(shop.bank.breaches()).isEmpty();
    shop.close();
  }

  @Test
  void aQrIsMadeWithATokenOfItsOwnThatCarriesIdentifierAndAmount() {
    OpenedPayment first = shop.open(SUM);
    OpenedPayment second = shop.open(Money.ofTenge(300));

    EpayOperation made = shop.bank.operation(Long.parseLong(first.operationId()));
    assertThat(made.invoiceId()).matches(PaymentIdentifier.FORM);
    assertThat(made.amount()).isEqualByComparingTo("2500.5");
    assertThat(made.description()).isEqualTo("Two coffees");
    assertThat(shop.bank.tokensOf(made.invoiceId())).isOne();
    assertThat(first.qrText()).isEqualTo("https://qr.example.test/p/" + first.operationId());
    assertThat(first.payUrl()).isEqualTo("homebank://qr/" + first.operationId());
    assertThat(first.expiresAt()).isEqualTo(shop.clock().instant().plus(Duration.ofMinutes(20)));
    assertThat(second.operationId()).isNotEqualTo(first.operationId());
  }

  @Test
  void theProviderIsToldWhereToCallAndNobodysPhone() {
    EpayOperation made = shop.bank.operation(Long.parseLong(shop.open(SUM).operationId()));

    assertThat(made.callback().postLink())
        .matches("https://pay\\.example\\.test/callbacks/epay/[0-9a-f]{48}/post");
    assertThat(made.callback().failureLink())
        .matches("https://pay\\.example\\.test/callbacks/epay/[0-9a-f]{48}/failure");
    assertThat(made.callback().secretHash()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @CsvSource({"NEW,WAITING,false", "SCANNED,SCANNED,false", "BLOCKED,CONFIRMING,true"})
  void aStatusThatIsNotTheLastKeepsWaiting(String word, PayerProgress payerProgress, boolean held) {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(bill(opened), word);

    assertThat(shop.provider().read(shop.ref(opened)))
        .isInstanceOfSatisfying(
            Waiting.class,
            waiting -> {
              assertThat(waiting.payerProgress()).isEqualTo(payerProgress);
              assertThat(waiting.held()).isEqualTo(held);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "REJECTED,REJECTED",
    "rejected,REJECTED",
    "' CLOSED ',CUSTOMER_LEFT",
    "RETURN,CUSTOMER_LEFT"
  })
  void aFailureEndsThePayment(String word, Ending ending) {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(bill(opened), word);

    assertThat(shop.provider().read(shop.ref(opened)))
        .isInstanceOfSatisfying(Ended.class, ended -> assertThat(ended.ending()).isEqualTo(ending));
  }

  @Test
  void aRejectionAfterTwentyMinutesIsTimeThatRanOut() {
    OpenedPayment opened = shop.open(SUM);
    shop.later(Duration.ofMinutes(20));

    assertThat(shop.provider().read(shop.ref(opened)))
        .isInstanceOfSatisfying(
            Ended.class, ended -> assertThat(ended.ending()).isEqualTo(Ending.RAN_OUT));
  }

  @Test
  void aWordNobodyKnowsChangesNothing() {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(bill(opened), "SCANNED");
    shop.provider().read(shop.ref(opened));
    shop.bank.set(bill(opened), "HOPPING");

    assertThat(shop.provider().read(shop.ref(opened)))
        .isInstanceOfSatisfying(
            Waiting.class,
            waiting -> assertThat(waiting.payerProgress()).isEqualTo(PayerProgress.SCANNED));
  }

  @Test
  void nothingLeadsBackFromHeldMoney() {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(bill(opened), "BLOCKED");
    shop.provider().read(shop.ref(opened));
    shop.bank.set(bill(opened), "NEW");

    assertThat(shop.provider().read(shop.ref(opened)))
        .isInstanceOfSatisfying(Waiting.class, waiting -> assertThat(waiting.held()).isTrue());
  }

  @Test
  void paidIsPaidWithItsAmount() {
    OpenedPayment opened = paid();

    assertThat(shop.provider().read(shop.ref(opened)))
        .isInstanceOfSatisfying(
            ProviderReading.Paid.class, paid -> assertThat(paid.amount()).isEqualTo(SUM));
    assertThat(shop.payments.newest().status()).isEqualTo(EpayStatus.PAID);
  }

  @Test
  void anotherSumIsNeverPaid() {
    OpenedPayment opened = paid();
    shop.bank.sayAmount("2500.51");

    assertThat(shop.provider().read(shop.ref(opened)))
        .isInstanceOfSatisfying(
            ProviderReading.Undecided.class,
            odd -> assertThat(odd.amount()).isEqualTo(Money.parse("2500.51")));
  }

  @Test
  void paidWithoutASumIsNotPaid() {
    OpenedPayment opened = paid();
    shop.bank.sayAmount("none");

    assertThat(shop.provider().read(shop.ref(opened))).isInstanceOf(Waiting.class);
    shop.bank.sayAmount("");
    assertThat(shop.provider().read(shop.ref(opened))).isInstanceOf(ProviderReading.Paid.class);
  }

  @Test
  void aTokenThatTheApiDoesNotTakeIsReplacedOnce() {
    OpenedPayment opened = paid();
    shop.bank.endTokens();

    assertThat(shop.provider().read(shop.ref(opened))).isInstanceOf(ProviderReading.Paid.class);
    assertThat(shop.bank.tokensOf(shop.payments.newest().names().identifier())).isEqualTo(2);
  }

  @Test
  void aTokenIsDroppedHalfAMinuteBeforeItRunsOut() {
    OpenedPayment opened = shop.open(SUM);
    shop.later(Duration.ofSeconds(1169));
    shop.provider().read(shop.ref(opened));
    assertThat(shop.bank.tokensOf(shop.payments.newest().names().identifier())).isOne();

    shop.later(Duration.ofSeconds(1));
    shop.provider().read(shop.ref(opened));
    assertThat(shop.bank.tokensOf(shop.payments.newest().names().identifier())).isEqualTo(2);
  }

  @Test
  void theLifeOfATokenIsTheNumberOfTheAnswer() {
    shop.bank.behave(it -> it.with(Map.of("expires_in", "7200", "expires_as_text", "false")));
    OpenedPayment opened = shop.open(SUM);
    shop.later(Duration.ofSeconds(7169));
    shop.provider().read(shop.ref(opened));

    assertThat(shop.bank.tokensOf(shop.payments.newest().names().identifier())).isOne();
  }

  @Test
  void aTokenIsAskedForAgainWhenItsAnswerIsLost() {
    shop.bank.fault(new Fault("/oauth2/token", true, 0));
    shop.bank.fault(new Fault("/oauth2/token", false, 503));

    assertThat(shop.open(SUM).operationId()).isNotBlank();
  }

  @Test
  void aLostPictureIsUnknownAndItsNextTryHasAnIdentifierOfItsOwn() {
    PaymentRequest request = shop.request(SUM);
    shop.bank.fault(new Fault("/payment/qr/generate", true, 0));

    assertThat(shop.provider().open(request)).isInstanceOf(Unknown.class);
    String lost = shop.payments.newest().names().identifier();
    assertThat(shop.provider().open(request)).isInstanceOf(ProviderReply.Accepted.class);
    assertThat(shop.payments.newest().names().identifier()).isNotEqualTo(lost);
  }

  @Test
  void aCardTerminalIsToldApartFromOneForQr() {
    shop.bank.behave(it -> it.with(Map.of("card_terminal", "true")));

    assertThat(shop.provider().open(shop.request(SUM)))
        .isInstanceOfSatisfying(
            Declined.class,
            declined -> {
              assertThat(declined.why()).isEqualTo(Why.REFUSED);
              assertThat(declined.code()).isEqualTo("qr_refused");
              for (AnswerLanguage language : AnswerLanguage.values()) {
                assertThat(
                        ProblemTexts.problems()
                            .ofBank(language, declined.code(), declined.message(), null))
                    .contains("client id", "QR");
              }
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403})
  void aTerminalThatGetsNoTokenAnyMoreIsSignedOut(int status) {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.endTokens();
    shop.bank.fault(new Fault("/oauth2/token", false, status));

    assertThat(shop.provider().read(shop.ref(opened)))
        .isInstanceOfSatisfying(
            ProviderReading.Silent.class,
            silent -> {
              assertThat(silent.code()).isEqualTo("token_refused");
              assertThat(silent.signedOut()).isTrue();
            });
    assertThat(shop.module.connector().report(EpayShop.TENANT).connection())
        .isEqualTo(Connection.SIGNED_OUT);

    shop.provider().read(shop.ref(opened));
    assertThat(shop.module.connector().report(EpayShop.TENANT).connection())
        .isEqualTo(Connection.CONNECTED);
  }

  @Test
  void anUnreachableProviderWasSurelyNotAsked() {
    shop.bank.refuseConnections();

    assertThat(shop.provider().open(shop.request(SUM)))
        .isInstanceOfSatisfying(
            Declined.class, declined -> assertThat(declined.why()).isEqualTo(Why.NOT_SENT));
  }

  @Test
  void aTerminalThatRefusesLettersGetsNumbers() {
    try (EpayShop numeric =
        new EpayShop(
            EpaySettings.from(
                key -> Optional.of("numeric").filter(_ -> key.equals("epay.invoice-form"))))) {
      numeric.bank.behave(it -> it.with(Map.of("numeric_only", "true")));
      OpenedPayment opened = numeric.open(SUM);

      String sent = numeric.bank.operation(bill(opened)).invoiceId();
      assertThat(sent).matches("\\d{6,15}");
      assertThat(numeric.payments.named(EpayShop.TENANT, sent)).isPresent();
      assertThat(numeric.payments.newest().names().identifier()).matches(PaymentIdentifier.FORM);
    }
  }

  private OpenedPayment paid() {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(bill(opened), "PAID");
    return opened;
  }

  private static long bill(OpenedPayment opened) {
    return Long.parseLong(opened.operationId());
  }
}
