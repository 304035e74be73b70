package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import duken.provider.account.ConnectOutcome;
import duken.simulator.kaspipay.BankManners;
import duken.simulator.kaspipay.BankManners.Dates;
import duken.simulator.kaspipay.BankManners.Options;
import duken.simulator.kaspipay.KaspiPaySimulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bank writes as its guide leaves open (Kaspi Pay sheet, sections 3, 5, 9 and 14). */
class BankMannersTest {

  private static final List<String> HERE = List.of("127.0.0.1");
  private static final Money SUM = Money.ofTenge(200);
  private static KaspiPayShop shop;

  @BeforeAll
  static void connect() {
    shop = new KaspiPayShop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @AfterEach
  void usualAgain() {
    shop.bank.behave(_ -> BankManners.standard());
    assertThat(shop.bank.breaches()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dates.class)
  void aDateIsReadInEveryForm(Dates form) {
    shop.bank.behave(_ -> new BankManners(false, form, Options.NUMBERS, 0, Duration.ZERO, HERE));
    Instant end = opened().expiresAt();
    if (form == Dates.UNREADABLE) {
      assertThat(end).isNull();
    } else {
      Instant bank = shop.bank.latest().terms().createdAt().plusSeconds(180);
      assertThat(Duration.between(end, bank).abs()).isLessThan(Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @EnumSource(Options.class)
  void withWhateverOptionsAPaymentIsAskedAbout(Options form) {
    shop.bank.behave(_ -> new BankManners(false, Dates.HOUR, form, 0, Duration.ZERO, HERE));
    OpenedPayment opened = opened();
    PaymentRef ref = shop.ref(KaspiPayShop.ENHANCED, PaymentKind.QR, opened);
    assertThat(shop.provider().firstQuestion(ref))
        .isEqualTo(Duration.ofSeconds(form == Options.MISSING ? 5 : 1));
    assertThat(read(opened, PaymentKind.QR))
        .isInstanceOfSatisfying(
            ProviderReading.Waiting.class,
            it ->
                assertThat(it.askAgainIn())
                    .isEqualTo(Duration.ofSeconds(form == Options.MISSING ? 5 : 1)));
  }

  @Test
  void aTokenOfDigitsIsSentAsItCame() {
    shop.bank.behave(
        _ -> new BankManners(true, Dates.HOUR, Options.NUMBERS, 0, Duration.ZERO, HERE));
    shop.bank.forgetDevices();
    assertThat(opened().qrText()).isNotNull();
    assertThat(shop.bank.latest().terms().device()).matches("\\d+");
    shop.bank.forgetDevices();
  }

  @Test
  void aBillThatIsAskedAboutTooOftenSaysNothingAndFailsNothing() {
    shop.bank.behave(
        _ -> new BankManners(false, Dates.HOUR, Options.NUMBERS, 1, Duration.ZERO, HERE));
    OpenedPayment bill = shop.open(KaspiPayShop.ENHANCED, PaymentKind.PHONE, SUM);
    assertThat(read(bill, PaymentKind.PHONE)).isInstanceOf(ProviderReading.Waiting.class);
    assertThat(read(bill, PaymentKind.PHONE)).isInstanceOf(ProviderReading.Silent.class);
  }

  @Test
  void aBillMayBeAskedAboutAgainAMinuteLater() {
    shop.bank.behave(
        _ -> new BankManners(false, Dates.HOUR, Options.NUMBERS, 1, Duration.ZERO, HERE));
    OpenedPayment bill = shop.open(KaspiPayShop.ENHANCED, PaymentKind.PHONE, SUM);
    read(bill, PaymentKind.PHONE);
    shop.bank.advance(Duration.ofSeconds(61));

    assertThat(read(bill, PaymentKind.PHONE)).isInstanceOf(ProviderReading.Waiting.class);
  }

  @Test
  void fromAnAddressTheBankWasNotToldOfOnlyTheThirdSchemeIsOutOfReach() {
    shop.bank.behave(
        _ ->
            new BankManners(
                false, Dates.HOUR, Options.NUMBERS, 0, Duration.ZERO, List.of("127.0.0.2")));
    int before = shop.bank.purchases().size();
    // A connection that stood is broken off with the first call.
    shop.provider().open(shop.request(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM));

    assertThat(shop.provider().open(shop.request(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM)))
        .isInstanceOfSatisfying(
            ProviderReply.Declined.class,
            it -> assertThat(it.why()).isEqualTo(ProviderReply.Why.NOT_SENT));
    assertThat(shop.bank.purchases()).hasSize(before);
    assertThat(shop.open(KaspiPayShop.STANDARD, PaymentKind.QR, SUM).qrText()).isNotNull();
  }

  @Test
  void anAnswerMayComeLateByPath() {
    shop.bank.fault(new Fault("/qr/create", false, Fault.AS_USUAL, Duration.ofMillis(300)));
    Instant before = Instant.now();

    assertThat(opened().qrText()).isNotNull();
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(299));
  }

  @Test
  void everySchemeIsThereWithoutTlsForAQuickTrial() {
    for (String scheme : List.of("r1", "r2", "r3")) {
      assertThat(shop.connected(scheme, shop.bank.plain(scheme)))
          .isInstanceOf(ConnectOutcome.Connected.class);
    }
  }

  private static OpenedPayment opened() {
    return shop.open(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM);
  }

  private static ProviderReading read(OpenedPayment opened, PaymentKind kind) {
    return shop.provider().read(shop.ref(KaspiPayShop.ENHANCED, kind, opened));
  }
}
