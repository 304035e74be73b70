package duken.provider.smartpos;

import static org.assertj.core.api.Assertions.assertThat;

import duken.provider.Connection;
import duken.provider.Lookup;
import duken.provider.OpenedPayment;
import duken.provider.PaymentRequest;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.RefundReading;
import duken.provider.RefundRequest;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Connected;
import duken.provider.account.ConnectOutcome.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call, broken off in every way: what is said of it is what is known, and no more. */
class SmartPosPartitionTest {

  private SmartPosCounter shop;

  @BeforeEach
  void openTheShop() {
    shop = new SmartPosCounter();
  }

  @AfterEach
  void nothingOutOfOrder() {
    shop.close();
    assertThat(shop.terminal.complaints()).isEmpty();
  }

  private static boolean isAfter(String fault) {
    return !fault.endsWith("-before");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "500-before", "500-after", "html", "half"})
  void aPairingWhoseAnswerWasLostIsNone(String fault) {
    shop.terminal.fault("register", fault);

    assertThat(shop.pair("Till-1"))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.code()).isEqualTo("no_answer"));
    assertThat(shop.provider().connection(SmartPosCounter.TENANT))
        .isEqualTo(Connection.NOT_CONFIGURED);
    assertThat(shop.calls("register")).as("one question, one window").isOne();
    ConnectOutcome again = shop.pair("Till-1");
    if (isAfter(fault)) {
      assertThat(((Refused) again).code()).isEqualTo("name_known");
      assertThat(shop.pair("Till-2")).isInstanceOf(Connected.class);
    } else {
      assertThat(again).isInstanceOf(Connected.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "500-before", "500-after", "html", "half"})
  void aStartThatMayHaveBegunIsUnknownAndHoldsTheTerminal(String fault) {
    shop.paired();
    PaymentRequest request = shop.request(2500);
    shop.terminal.fault("payment", fault);

    assertThat(shop.provider().open(request)).isInstanceOf(Unknown.class);
    shop.restart();
    assertThat(shop.provider().find(request)).isInstanceOf(Lookup.Unfindable.class);
    assertThat(shop.provider().open(request)).isInstanceOf(Unknown.class);
    assertThat(shop.provider().open(shop.request(100))).isInstanceOf(Declined.class);
    assertThat(shop.calls("payment")).isOne();
    assertThat(shop.terminal.operations()).hasSize(isAfter(fault) ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "500-before", "500-after", "html", "half"})
  void whatBreaksBeforeTheStartIsNoStart(String fault) {
    shop.paired();
    shop.restart();
    PaymentRequest request = shop.request(2500);
    shop.terminal.fault("deviceinfo", fault);

    assertNotSent(shop.provider().open(request));
    assertThat(shop.calls("payment")).isZero();
    assertThat(shop.provider().open(shop.request(100))).isInstanceOf(Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "500-before"})
  void aRefreshThatNeverCameIsMadeOnceMore(String fault) {
    shop.paired();
    shop.terminal.spoilTokens(false);
    shop.terminal.fault("revoke", fault);

    assertThat(shop.provider().open(shop.request(2500))).isInstanceOf(Accepted.class);
    assertThat(shop.calls("revoke")).isEqualTo(2);
    assertThat(shop.terminal.operations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-after", "500-after", "html", "half"})
  void aRefreshWhoseAnswerWasLostIsAPairingToBeMadeAnew(String fault) {
    shop.paired();
    shop.terminal.spoilTokens(false);
    shop.terminal.fault("revoke", fault);

    assertThat(shop.provider().open(shop.request(2500)))
        .isInstanceOfSatisfying(
            Declined.class, no -> assertThat(no.why()).isEqualTo(Why.SIGNED_OUT));
    assertThat(shop.calls("revoke")).as("never in a loop").isEqualTo(2);
    assertThat(shop.trouble()).isEqualTo("pair_again");
    assertThat(shop.terminal.operations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "500-before", "500-after", "html", "half"})
  void aRefundThatMayHaveBegunIsNeverSentAgain(String fault) {
    RefundRequest refund = shop.paired().paid(2500, 1000);
    shop.terminal.fault("refund", fault);

    assertThat(shop.provider().refund(refund)).isInstanceOf(Unknown.class);
    shop.restart();
    assertThat(shop.provider().readRefund(refund)).isInstanceOf(RefundReading.UnderWay.class);
    assertThat(shop.provider().refund(refund)).isInstanceOf(Unknown.class);
    assertThat(shop.provider().open(shop.request(100))).isInstanceOf(Declined.class);
    assertThat(shop.calls("refund")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "500-before", "500-after", "html", "half"})
  void aStatusThatDoesNotComeSaysNothing(String fault) {
    OpenedPayment opened = shop.paired().open(2500);
    shop.terminal.act("qr");
    shop.terminal.fault("status", fault);

    assertThat(shop.read(opened)).isInstanceOf(ProviderReading.Silent.class);
    assertThat(shop.read(opened)).isInstanceOf(ProviderReading.Paid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut-before", "cut-after", "500-before", "500-after", "html", "half"})
  void anActualizeThatDoesNotComeLeavesItUnknown(String fault) {
    OpenedPayment opened = shop.paired().open(2500);
    shop.terminal.act("unknown:1:qr");
    shop.terminal.fault("actualize", fault);

    assertThat(shop.read(opened)).isInstanceOf(ProviderReading.Waiting.class);
    shop.later(java.time.Duration.ofSeconds(11));
    assertThat(shop.read(opened)).isInstanceOf(ProviderReading.Paid.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTerminalThatIsOffStartsNothing(boolean proven) {
    RefundRequest refund = shop.paired().paid(2500, 1000);
    if (!proven) {
      shop.restart();
    }
    shop.terminal.off();

    assertNotSent(shop.provider().open(shop.request(100)));
    assertNotSent(shop.provider().refund(refund));
    shop.terminal.on(true);
    assertThat(shop.provider().open(shop.request(100))).isInstanceOf(Accepted.class);
  }

  private static void assertNotSent(ProviderReply<?> reply) {
    assertThat(reply)
        .isInstanceOfSatisfying(Declined.class, no -> assertThat(no.why()).isEqualTo(Why.NOT_SENT));
  }
}
