package duken.provider.epay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.provider.OpenedPayment;
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
import duken.simulator.epay.EpaySimulator.Fault;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call, broken off in every way: what is said of it is what is known, and no more. */
class EpayPartitionTest {

  private static final Money SUM = Money.ofTenge(100);
  private static final int FOR_LONG = 12;

  private final EpayShop shop = new EpayShop();

  @AfterEach
  void close() {
    assertThat(shop.bank.breaches()).isEmpty();
    shop.close();
  }

  /** Reset, an error, a page and a refusal to hurry, before and after the effect. */
  static Stream<Arguments> breaks() {
    return Stream.of(0, 200, 429, 500, 503)
        .flatMap(status -> Stream.of(Arguments.of(status, false), Arguments.of(status, true)));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void withoutATokenNothingWasAskedFor(int status, boolean after) {
    fail("/oauth2/token", status, after, FOR_LONG);

    assertThat(shop.provider().open(shop.request(SUM)))
        .isInstanceOfSatisfying(
            Declined.class, declined -> assertThat(declined.why()).isEqualTo(Why.NOT_SENT));
    assertThat(shop.bank.operations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aQrThatMayHaveBeenMadeIsUnknownAndReplacedByAnother(int status, boolean after) {
    PaymentRequest request = shop.request(SUM);
    fail("/payment/qr/generate", status, after, 1);

    assertThat(shop.provider().open(request)).isInstanceOf(Unknown.class);
    assertThat(shop.bank.operations()).hasSize(after ? 1 : 0);
    assertThat(shop.provider().open(request)).isInstanceOf(Accepted.class);
    assertThat(shop.bank.operations().stream().map(it -> it.invoiceId()).distinct())
        .hasSize(after ? 2 : 1);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aStatusThatDoesNotComeSaysNothing(int status, boolean after) {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(Long.parseLong(opened.operationId()), "PAID");
    fail("/qr", status, after, 1);
    fail("/check-status", status, after, 1);

    assertThat(shop.provider().read(shop.ref(opened)))
        .isNotInstanceOfAny(ProviderReading.Paid.class, ProviderReading.Ended.class);
    shop.bank.clearFaults();
    assertThat(shop.provider().read(shop.ref(opened))).isInstanceOf(ProviderReading.Paid.class);
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void aRefundIsCarriedOutOnce(int status, boolean after) {
    OpenedPayment opened = shop.open(SUM);
    shop.bank.set(Long.parseLong(opened.operationId()), "PAID");
    RefundRequest refund = new RefundRequest(shop.ref(opened), 3, SUM, Money.ZERO);
    fail("/operation", status, after, 1);

    ProviderReply<RefundReceipt> first = shop.provider().refund(refund);
    if (first instanceof Unknown) {
      RefundReading read = shop.provider().readRefund(refund);
      assertThat(read)
          .isInstanceOf(after ? RefundReading.Done.class : RefundReading.NotFound.class);
      if (read instanceof RefundReading.NotFound) {
        assertThat(shop.provider().refund(refund)).isInstanceOf(Accepted.class);
      }
    }
    assertThat(shop.bank.latest().refunds()).hasSize(1);
  }

  private void fail(String path, int status, boolean after, int times) {
    IntStream.range(0, times).forEach(_ -> shop.bank.fault(new Fault(path, after, status)));
  }
}
