package duken.provider.epay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Capability;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReading.Waiting;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.provider.account.ConnectOutcome;
import duken.provider.callback.CallbackRequest;
import duken.provider.callback.CallbackVerdict;
import duken.security.Digests;
import duken.simulator.epay.EpayOperation;
import duken.simulator.epay.EpayOptions;
import duken.simulator.epay.EpaySimulator.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invoice link of ePay as pay link (ePay sheet, section 9). */
class EpayLinkTest {

  private static final Money SUM = Money.parse("2500.5");

  private final EpayShop shop = new EpayShop();

  @AfterEach
  void nothingOutOfOrder() {
    assertThat(shop.bank.breaches()).isEmpty();
    shop.close();
  }

  @Test
  void withoutItsValuesThereAreNoLinks() {
    assertThat(shop.provider().capabilities(EpayShop.TENANT)).doesNotContain(Capability.LINK);
    assertThat(open()).isInstanceOf(Declined.class);
    assertThat(shop.bank.operations()).isEmpty();
  }

  @Test
  void halfOfItsValuesIsRefusedByName() {
    ConnectOutcome outcome = shop.connect(Map.of("KASPI_INVOICE_SHOP_ID", "duken-shop"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ConnectOutcome.Refused.class,
            it -> {
              assertThat(it.badInput()).isTrue();
              assertThat(it.choices())
                  .containsExactly("KASPI_INVOICE_USERNAME", "KASPI_INVOICE_PASSWORD");
            });
  }

  @Test
  void aLinkOutlivesItsInvoiceAndCarriesNobodysContacts() {
    shop.connectLinks();
    assertThat(shop.provider().capabilities(EpayShop.TENANT)).contains(Capability.LINK);

    OpenedPayment link = opened();

    EpayOperation made = shop.bank.latest();
    assertThat(link.payUrl()).isEqualTo("https://epay.example.test/invoice/" + made.billNumber());
    assertThat(link.operationId()).isEqualTo(made.invoiceId());
    assertThat(made.amount()).isEqualByComparingTo("2500.5");
    assertThat(made.life().life()).isEqualTo(Duration.ofDays(1));
    assertThat(made.callback().postLink()).endsWith("/post");
    assertThat(shop.bank.tokensOf(made.invoiceId())).isZero();
  }

  @Test
  void aLinkIsAskedAboutByOurIdentifierUntilItIsPaid() {
    shop.connectLinks();
    PaymentRef link = ref(opened());
    assertThat(shop.provider().read(link)).isInstanceOf(Waiting.class);

    shop.bank.set(shop.bank.latest().billNumber(), "PAID");
    assertThat(shop.provider().read(link))
        .isInstanceOfSatisfying(
            ProviderReading.Paid.class,
            paid -> {
              assertThat(paid.amount()).isEqualTo(SUM);
              assertThat(paid.details().metadata()).containsKey("transaction_id");
            });
  }

  @Test
  void aLinkThatIsRejectedBeforeItsDayIsOverDidNotRunOut() {
    shop.connectLinks();
    PaymentRef link = ref(opened());
    shop.later(Duration.ofMinutes(30));
    shop.bank.set(shop.bank.latest().billNumber(), "REJECTED");
    assertThat(ending(link)).isEqualTo(Ending.REJECTED);
  }

  @Test
  void aLinkNobodyPaidRunsOutWithItsDay() {
    shop.connectLinks();
    PaymentRef link = ref(opened());
    shop.later(Duration.ofDays(1));
    assertThat(ending(link)).isEqualTo(Ending.RAN_OUT);
  }

  @Test
  void aLinkThatMayHaveBeenMadeIsReplacedByAnotherOfItsOwnIdentifier() {
    shop.connectLinks();
    shop.bank.fault(new Fault("/invoice", true, 0));
    var request = shop.request(PaymentKind.LINK, SUM);
    assertThat(shop.provider().open(request)).isInstanceOf(Unknown.class);
    assertThat(shop.provider().find(request)).isInstanceOf(Lookup.Absent.class);

    assertThat(shop.provider().open(request)).isInstanceOf(Accepted.class);
    assertThat(shop.bank.operations()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500})
  void aRefusalIsToldApartFromAFault(int status) {
    shop.connectLinks();
    shop.bank.fault(new Fault("/invoice", false, status));
    assertThat(open()).isInstanceOf(status == 400 ? Declined.class : Unknown.class);
  }

  @Test
  void moneyOfALinkIsReturned() {
    shop.connectLinks();
    PaymentRef link = ref(opened());
    shop.bank.set(shop.bank.latest().billNumber(), "PAID");
    shop.provider().read(link);

    ProviderReply<RefundReceipt> reply =
        shop.provider().refund(new RefundRequest(link, 5, Money.ofTenge(100), Money.ZERO));

    assertThat(reply).isInstanceOf(Accepted.class);
    assertThat(shop.bank.latest().refunded()).isEqualByComparingTo("100");
  }

  @Test
  void theCallbackOfALinkNamesTheTerminalOfTheLinksShop() {
    shop.connectLinks();
    opened();
    EpayOperation paid = shop.bank.set(shop.bank.latest().billNumber(), "PAID");
    String path = URI.create(paid.callback().postLink()).getPath();
    byte[] body = shop.bank.message(paid, Map.of("terminal", "another", "billNumber", 4));

    CallbackVerdict verdict = shop.verifier().verify(signed(path.split("/")[3], body));

    assertThat(verdict)
        .isInstanceOfSatisfying(
            CallbackVerdict.Verified.class,
            it -> assertThat(it.reading()).isInstanceOf(ProviderReading.Paid.class));
  }

  private static CallbackRequest signed(String reference, byte[] body) {
    byte[] secret = EpayOptions.standard().webhookSecret().getBytes(StandardCharsets.UTF_8);
    String signature = "sha256=" + Digests.hmacSha256Hex(secret, body);
    return new CallbackRequest(
        reference, false, Map.of("x-webhook-signature", List.of(signature)), body, "203.0.113.9");
  }

  private ProviderReply<OpenedPayment> open() {
    return shop.provider().open(shop.request(PaymentKind.LINK, SUM));
  }

  private OpenedPayment opened() {
    return ((Accepted<OpenedPayment>) open()).value();
  }

  private PaymentRef ref(OpenedPayment opened) {
    return new PaymentRef(
        EpayShop.TENANT, PaymentKind.LINK, opened.operationId(), shop.clock().instant());
  }

  private Ending ending(PaymentRef link) {
    return ((Ended) shop.provider().read(link)).ending();
  }
}
