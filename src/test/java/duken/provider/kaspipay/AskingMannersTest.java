package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.domain.Phone;
import duken.provider.ClosedPayment;
import duken.provider.ClosedPayments;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider.PayerName;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Unknown;
import duken.provider.kaspipay.account.KaspiPaySettings;
import duken.simulator.kaspipay.BankShop;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often and about what the bank is asked (Kaspi Pay sheet, sections 9, 10 and 12). */
class AskingMannersTest {

  private static final Money SUM = Money.ofTenge(200);
  private static final Phone PHONE = Phone.parse("87011234567");
  private static KaspiPayShop shop;

  @BeforeAll
  static void connect() {
    shop =
        new KaspiPayShop(
            BankShop.standard(),
            KaspiPaySettings.from(
                key ->
                    key.equals("kaspi-pay.bill-poll-seconds")
                        ? Optional.of("30")
                        : Optional.empty()));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** Scan and confirm time add up; then ever more rarely, and at least every five minutes. */
  @ParameterizedTest
  @CsvSource({"0, 1", "244, 1", "265, 21", "305, 61", "645, 300", "3600, 300", "86400, 300"})
  void afterTheDeadlinesTheQuestionsBecomeRare(long seconds, long pause) {
    OpenedPayment opened = shop.open(KaspiPayShop.BASIC, PaymentKind.QR, SUM);
    PaymentRef ref = shop.ref(KaspiPayShop.BASIC, PaymentKind.QR, opened);
    shop.bank.set(Long.parseLong(opened.operationId()), "OfNoEnd");
    shop.later(Duration.ofSeconds(seconds));

    assertThat(shop.provider().read(ref))
        .isInstanceOfSatisfying(
            ProviderReading.Waiting.class,
            it -> assertThat(it.askAgainIn()).isEqualTo(Duration.ofSeconds(pause)));
  }

  @Test
  void atMostTenQuestionsComeBeforeThoseEveryFiveMinutes() {
    OpenedPayment opened = shop.open(KaspiPayShop.BASIC, PaymentKind.QR, SUM);
    PaymentRef ref = shop.ref(KaspiPayShop.BASIC, PaymentKind.QR, opened);
    shop.bank.set(Long.parseLong(opened.operationId()), "OfNoEnd");
    shop.later(Duration.ofSeconds(245));
    int questions = 0;
    Duration pause = pause(ref);
    while (pause.compareTo(Duration.ofMinutes(5)) < 0) {
      questions++;
      shop.later(pause);
      Duration next = pause(ref);
      assertThat(next).isGreaterThan(pause);
      pause = next;
    }
    assertThat(questions).isLessThanOrEqualTo(10);
  }

  private static Duration pause(PaymentRef ref) {
    return ((ProviderReading.Waiting) shop.provider().read(ref)).askAgainIn();
  }

  @Test
  void billsAreAskedAboutAtAnIntervalOnlyWhereThatIsSet() {
    OpenedPayment bill = shop.open(KaspiPayShop.ENHANCED, PaymentKind.PHONE, SUM);
    PaymentRef ref = shop.ref(KaspiPayShop.ENHANCED, PaymentKind.PHONE, bill);

    assertThat(shop.provider().readAll(List.of(ref))).containsOnlyKeys(ref);
    assertThat(shop.provider().read(ref))
        .isInstanceOfSatisfying(
            ProviderReading.Waiting.class,
            it -> assertThat(it.askAgainIn()).isEqualTo(Duration.ofSeconds(30)));
    try (KaspiPayShop usual = new KaspiPayShop()) {
      OpenedPayment unasked = usual.open(KaspiPayShop.ENHANCED, PaymentKind.PHONE, SUM);
      PaymentRef quiet = usual.ref(KaspiPayShop.ENHANCED, PaymentKind.PHONE, unasked);
      assertThat(usual.provider().readAll(List.of(quiet))).isEmpty();
    }
  }

  @Test
  void aPayerIsNamedAtMostFiftyTimesAMinute() {
    for (int i = 0; i < 50; i++) {
      assertThat(shop.provider().payer(KaspiPayShop.ENHANCED, PHONE))
          .isInstanceOfSatisfying(
              Accepted.class, it -> assertThat(((PayerName) it.value()).name()).isNotBlank());
    }
    assertThat(shop.provider().payer(KaspiPayShop.ENHANCED, PHONE)).isInstanceOf(Unknown.class);
    shop.later(Duration.ofSeconds(61));
    assertThat(shop.provider().payer(KaspiPayShop.ENHANCED, PHONE)).isInstanceOf(Accepted.class);
    assertThat(shop.provider().payer(KaspiPayShop.STANDARD, PHONE)).isInstanceOf(Unknown.class);
  }

  /** Nothing reports a return made in the bank's own application: paid ones are read again. */
  @Test
  void aReturnMadeInTheBanksApplicationIsFoundByReadingAgain() {
    OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM);
    PaymentRef ref = shop.ref(KaspiPayShop.ENHANCED, PaymentKind.QR, opened);
    long id = Long.parseLong(opened.operationId());
    shop.bank.set(id, "Processed");
    shop.bank.giveBack(id, new BigDecimal("50"));
    ClosedPayments closed = new OneSale(ref);

    assertThat(shop.provider().differing(closed, Instant.EPOCH).payments()).isEmpty();
    shop.later(Duration.ofHours(6));
    assertThat(shop.provider().differing(closed, Instant.EPOCH).payments()).containsExactly(ref);
    assertThat(shop.provider().read(ref))
        .isInstanceOfSatisfying(
            ProviderReading.Paid.class,
            it -> assertThat(it.refunded()).isEqualTo(Money.ofTenge(50)));
    assertThat(shop.provider().differing(closed, Instant.EPOCH).payments()).isEmpty();
  }

  private record OneSale(PaymentRef ref) implements ClosedPayments {

    @Override
    public long tenantId() {
      return ref.tenantId();
    }

    @Override
    public List<ClosedPayment> recent() {
      return List.of(new ClosedPayment(ref, true, SUM, null, ref.openedAt(), List.of()));
    }

    @Override
    public List<ClosedPayment> ofOperation(String operationId) {
      return List.of();
    }

    @Override
    public List<ClosedPayment> paidBy(String payerName, Money atLeast) {
      return List.of();
    }
  }
}
