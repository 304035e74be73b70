package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider.Withdrawn;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.RefundRequest;
import duken.simulator.kaspipay.KaspiPaySimulator.Fault;
import duken.simulator.kaspipay.Purchase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call, broken off in every way: what is said of it is what is known, and no more. */
class KaspiPayPartitionTest {

  private static final Money SUM = Money.ofTenge(100);

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
  void nothingOutOfOrder() {
    assertThat(shop.bank.breaches()).isEmpty();
  }

  /** Reset, a page, a refusal to hurry and errors, before and after the effect. */
  static Stream<Arguments> breaks() {
    return Stream.of(0, 200, 429, 500, 503)
        .flatMap(status -> Stream.of(Arguments.of(status, false), Arguments.of(status, true)));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aCodeWhoseAnswerWasLostWasSeenByNobodyAndIsMadeAnew(int status, boolean after) {
    for (long tenant : List.of(KaspiPayShop.BASIC, KaspiPayShop.STANDARD, KaspiPayShop.ENHANCED)) {
      for (PaymentKind kind : List.of(PaymentKind.QR, PaymentKind.LINK)) {
        PaymentRequest request = shop.request(tenant, kind, SUM);
        shop.bank.fault(
            new Fault(kind == PaymentKind.QR ? "/qr/create" : "/qr/create-link", after, status));

        assertThat(shop.provider().open(request)).isNotInstanceOf(Accepted.class);
        assertThat(shop.provider().find(request)).isInstanceOf(Lookup.Absent.class);
        assertThat(shop.provider().open(request)).isInstanceOf(Accepted.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aBillThatMayHaveBeenSentIsNeverCalledUnsent(int status, boolean after) {
    PaymentRequest request = shop.request(KaspiPayShop.ENHANCED, PaymentKind.PHONE, SUM);
    int before = shop.bank.purchases().size();
    shop.bank.fault(new Fault("/remote/create", after, status));

    assertThat(shop.provider().open(request)).isInstanceOf(Unknown.class);
    assertThat(shop.bank.purchases()).hasSize(before + (after ? 1 : 0));
    assertThat(shop.provider().find(request)).isInstanceOf(Lookup.Unfindable.class);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aStatusThatDoesNotComeSaysNothing(int status, boolean after) {
    OpenedPayment opened = shop.open(KaspiPayShop.BASIC, PaymentKind.QR, SUM);
    shop.bank.set(Long.parseLong(opened.operationId()), "Processed");
    shop.bank.fault(new Fault("/payment/status", after, status));

    assertThat(read(opened))
        .isNotInstanceOfAny(ProviderReading.Paid.class, ProviderReading.Ended.class);
    assertThat(read(opened)).isInstanceOf(ProviderReading.Paid.class);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aWithdrawalWhoseAnswerWasLostIsNotCalledDone(int status, boolean after) {
    OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, PaymentKind.PHONE, SUM);
    shop.bank.fault(new Fault("/remote/cancel", after, status));

    ProviderReply<Withdrawn> reply =
        shop.provider().cancel(shop.ref(KaspiPayShop.ENHANCED, PaymentKind.PHONE, opened));
    assertThat(reply).isNotInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aRefundIsCarriedOutOnce(int status, boolean after) {
    OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM);
    long id = Long.parseLong(opened.operationId());
    shop.bank.set(id, "Processed");
    RefundRequest refund = refund(opened, id);
    shop.bank.fault(new Fault("/payment/return", after, status));

    ProviderReply<RefundReceipt> first = shop.provider().refund(refund);
    assertThat(first).isInstanceOf(Unknown.class);
    shop.later(Duration.ofSeconds(31));
    RefundReading read = shop.provider().readRefund(refund);
    assertThat(read).isInstanceOf(after ? RefundReading.Done.class : RefundReading.NotFound.class);
    if (!after) {
      assertThat(shop.provider().refund(refund)).isInstanceOf(Accepted.class);
    }
    assertThat(purchase(id).returned()).isEqualByComparingTo("100");
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void withoutTheDetailsNoMoneyIsSent(int status, boolean after) {
    OpenedPayment opened = shop.open(KaspiPayShop.ENHANCED, PaymentKind.QR, SUM);
    long id = Long.parseLong(opened.operationId());
    shop.bank.set(id, "Processed");
    shop.bank.fault(new Fault("/payment/details", after, status));

    assertThat(shop.provider().refund(refund(opened, id)))
        .isInstanceOfSatisfying(
            Declined.class, declined -> assertThat(declined.why()).isEqualTo(Why.NOT_SENT));
    assertThat(purchase(id).returned()).isEqualByComparingTo("0");
  }

  private static RefundRequest refund(OpenedPayment opened, long id) {
    return new RefundRequest(
        shop.ref(KaspiPayShop.ENHANCED, PaymentKind.QR, opened), id, SUM, Money.ZERO);
  }

  private static ProviderReading read(OpenedPayment opened) {
    return shop.provider().read(shop.ref(KaspiPayShop.BASIC, PaymentKind.QR, opened));
  }

  private static Purchase purchase(long id) {
    return shop.bank.purchases().stream().filter(it -> it.id() == id).findFirst().orElseThrow();
  }
}
