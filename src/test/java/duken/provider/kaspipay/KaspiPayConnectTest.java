package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRef;
import duken.provider.ProviderReply;
import duken.provider.RefundRequest;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Refused;
import duken.provider.kaspipay.account.KaspiPaySettings;
import duken.simulator.kaspipay.BankShop;
import duken.simulator.kaspipay.KaspiPaySimulator.Fault;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named when a contract cannot be connected, and a cash desk that moves (sheet, 8, 13). */
class KaspiPayConnectTest {

  private static final long FIRST = 4021;
  private static final long SECOND = 4022;
  private static KaspiPayShop shop;

  @BeforeAll
  static void connect() {
    BankShop standard = BankShop.standard();
    shop =
        new KaspiPayShop(
            new BankShop(
                standard.apiKey(), standard.bin(), Map.of(FIRST, "Дүкен №1", SECOND, "Дүкен №2")),
            KaspiPaySettings.standard());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"r1", "r2", "r3"})
  void anAddressWithoutTlsIsTheAddressAndNotTheCredential(String scheme) {
    URI plain = shop.bank.plain(scheme);
    URI secure = URI.create(plain.toString().replace("http://", "https://"));

    assertThat(refused(scheme, secure, Map.of())).isEqualTo("address");
  }

  /** The ping has shown by then that the bank knows the caller. */
  @ParameterizedTest
  @CsvSource({"-10000", "-99000002", "-1601", "401", "403", "404", "400"})
  void whatTheBankHasAgainstTheBinIsNotBlamedOnTheCertificate(long answer) {
    shop.bank.fault(new Fault("/r3/v01/partner/tradepoints", false, answer));

    assertThat(refused("r3", shop.bank.base("r3"), Map.of())).isEqualTo("bin");
  }

  @Test
  void anOrganisationWithoutTradePointsMayBeTheWrongBin() {
    shop.bank.fault(new Fault("/r3/v01/partner/tradepoints", false, -14000002));

    assertThat(shop.connected(9, "r3", shop.bank.base("r3"), Map.of()))
        .isInstanceOfSatisfying(
            Refused.class,
            it -> {
              assertThat(it.code()).isEqualTo("trade_point");
              assertThat(it.sentence()).contains("BIN");
            });
  }

  @Test
  void aCashDeskMovesToAnotherTradePoint() {
    assertThat(moved("r1", FIRST)).isInstanceOf(ConnectOutcome.Connected.class);
    assertThat(moved("r1", SECOND)).isInstanceOf(ConnectOutcome.Connected.class);
    assertThat(shop.provider().open(shop.request(9, PaymentKind.QR, Money.ofTenge(200))))
        .isInstanceOf(ProviderReply.Accepted.class);
    assertThat(moved("r3", FIRST)).isInstanceOf(ConnectOutcome.Connected.class);
  }

  /** A purchase belongs to its trade point: -99000003. */
  @Test
  void moneyGoesBackWhereItWasTakenOnly() {
    assertThat(moved("r3", FIRST)).isInstanceOf(ConnectOutcome.Connected.class);
    Money sum = Money.ofTenge(200);
    OpenedPayment opened = shop.open(9, PaymentKind.QR, sum);
    PaymentRef ref = shop.ref(9, PaymentKind.QR, opened);
    shop.bank.set(Long.parseLong(opened.operationId()), "Processed");
    assertThat(moved("r3", SECOND)).isInstanceOf(ConnectOutcome.Connected.class);

    assertThat(shop.provider().refund(new RefundRequest(ref, 1, sum, Money.ZERO)))
        .isInstanceOfSatisfying(
            ProviderReply.Declined.class,
            it -> assertThat(it.code()).isEqualTo("purchase_elsewhere"));
    assertThat(moved("r3", FIRST)).isInstanceOf(ConnectOutcome.Connected.class);
    assertThat(shop.provider().refund(new RefundRequest(ref, 2, sum, Money.ZERO)))
        .isInstanceOf(ProviderReply.Accepted.class);
  }

  @Test
  void aNameThatAnotherShopUsesElsewhereIsNotTakenAwayFromIt() {
    assertThat(
            shop.connected(
                11, "r1", shop.bank.base("r1"), Map.of("device", "till-1", "trade-point", "4021")))
        .isInstanceOf(ConnectOutcome.Connected.class);

    assertThat(
            shop.connected(
                12, "r1", shop.bank.base("r1"), Map.of("device", "till-1", "trade-point", "4022")))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.code()).isEqualTo("device"));
    assertThat(shop.provider().open(shop.request(11, PaymentKind.QR, Money.ofTenge(200))))
        .isInstanceOf(ProviderReply.Accepted.class);
  }

  @Test
  void theVersionMayBeLeftOut() {
    URI whole = shop.bank.base("r1");
    URI without = URI.create(whole.toString().replaceFirst("/v01/?$", "/"));

    assertThat(shop.connected(10, "r1", without, Map.of()))
        .isInstanceOf(ConnectOutcome.Connected.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1/r1/v01, true",
    "http://127.8.9.10:1/r1/v01, true",
    "http://[::1]:1/r1/v01, true",
    "http://localhost:1/r1/v01, false",
    "http://128.0.0.1:1/r1/v01, false",
    "http://127.0.0.1.example.kz/r1/v01, false",
    "http://mtokentest.kaspi.kz:8543/r1/v01, false",
    "ftp://127.0.0.1/r1/v01, false",
    "https://user@127.0.0.1:1/r1/v01, false",
  })
  void plainHttpIsForLoopbackAddressesOnly(String url, boolean allowed) {
    Refused refused = (Refused) shop.connected(9, "r1", URI.create(url), Map.of());

    assertThat(refused.code()).isEqualTo("address");
    assertThat(refused.badInput()).isEqualTo(!allowed);
  }

  private static ConnectOutcome moved(String scheme, long point) {
    return shop.connected(
        9, scheme, shop.bank.base(scheme), Map.of("trade-point", Long.toString(point)));
  }

  private static String refused(String scheme, URI at, Map<String, String> more) {
    Refused refused = (Refused) shop.connected(9, scheme, at, more);
    assertThat(refused.badInput()).isFalse();
    return refused.code();
  }
}
