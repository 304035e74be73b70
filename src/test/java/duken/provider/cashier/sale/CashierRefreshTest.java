package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Phone;
import duken.provider.ProviderReply;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A session that ran out, with the refresh switched on and without (cashier sheet, section 3.6).
 */
class CashierRefreshTest {

  @TempDir Path ledger;
  private CashierShop till;

  private void open(Map<String, String> settings) {
    till = CashierShop.open(ledger, settings).signedIn();
  }

  private void openRefreshing() {
    open(Map.of("refresh", "true"));
  }

  @AfterEach
  void theBankHadNothingToComplainOf() {
    till.close();
    assertThat(till.bank.breaches()).isEmpty();
  }

  private void end() {
    assertThat(till.bank.end(CashierShop.CASHIER.national())).isTrue();
  }

  private int refreshes() {
    return till.bank.counts().of(CashierPaths.SIGN_IN_LITE);
  }

  private String connection() {
    return till.shop.engine.accounts().standing(till.tenant()).connection();
  }

  /** A call to the bank that needs a living session. */
  private ProviderReply<?> payer() {
    return till.provider.provider().payer(till.tenant(), new Phone("7017654321"));
  }

  private void assertASaleAsksForASignIn() {
    assertThatThrownBy(till::qr)
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal ->
                assertThat(domainRefusal.reason())
                    .isEqualTo(DomainRefusal.Reason.PROVIDER_SESSION_INVALID));
    assertThat(connection()).isEqualTo("signed_out");
  }

  private void assertASignInHelps() {
    till.shop.clock.pass(Duration.ofSeconds(61));
    till.signedIn();
    assertThat(payer()).isInstanceOf(ProviderReply.Accepted.class);
    assertThat(till.bank.counts().sms()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "XS1, NEW_KEY",
    "XS1, WITHOUT_KEY",
    "XS2, NEW_KEY",
    "XS2, WITHOUT_KEY",
    "XS2, SMALL_NAMES"
  })
  void aSessionThatRanOutSellsOnWithoutAnSms(String profile, String answer) {
    open(Map.of("refresh", "true", "signature-profile", profile));
    till.bank.behave("refresh", answer);
    Invoice before = till.qr();
    end();
    Invoice after = till.qr();
    assertThat(connection()).isEqualTo("connected");
    till.bank.operations().forEach(operation -> till.bank.pay(operation.id()));
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.status(before)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.status(after)).isEqualTo(InvoiceStatus.PAID);
    assertThat(till.bank.counts().qrs()).isEqualTo(2);
    assertThat(till.bank.counts().of(CashierPaths.ORG_CONTEXT)).isEqualTo(2);
    assertThat(refreshes()).isOne();
    assertThat(till.bank.counts().sms()).isOne();
  }

  @Test
  void theQuestionThatMeetsItsEndIsAnsweredAllTheSame() {
    openRefreshing();
    Invoice invoice = till.qr();
    till.bank.pay(till.bank.latest().id());
    end();
    till.shop.passAndRound(Duration.ofSeconds(4));
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(refreshes()).isOne();
  }

  @Test
  void aProbeRenewsItBeforeACustomerComes() {
    openRefreshing();
    end();
    assertThat(till.shop.engine.accounts().probe(till.tenant()).connection())
        .isEqualTo("connected");
    assertThat(refreshes()).isOne();
  }

  @Test
  void manyCallsThatMeetItsEndAtOnceRenewItOnce() throws Exception {
    openRefreshing();
    end();
    Callable<ProviderReply<?>> call = this::payer;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ProviderReply<?>>> answers = pool.invokeAll(Collections.nCopies(8, call));
      for (Future<ProviderReply<?>> answer : answers) {
        assertThat(answer.get()).isInstanceOf(ProviderReply.Accepted.class);
      }
    }
    assertThat(refreshes()).isOne();
  }

  @Test
  void byDefaultItAsksForASignInAsEver() {
    open(Map.of());
    end();
    assertASaleAsksForASignIn();
    assertThat(refreshes()).isZero();
    assertASignInHelps();
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS_CODE, -101001",
    "STATUS_CODE, -10001",
    "STATUS_CODE, -999",
    "HTTP_STATUS, 401",
    "HTTP_STATUS, 404",
    "HTTP_STATUS, 503",
    "BROKEN_JSON, 0",
    "CUT, 0"
  })
  void aRefusedRefreshIsAskedForOnceOnlyAlsoAfterARestart(Fault.Kind kind, int number) {
    openRefreshing();
    till.bank.fault(CashierPaths.SIGN_IN_LITE, new Fault(kind, false, number, "", 0));
    end();
    assertASaleAsksForASignIn();
    assertASaleAsksForASignIn();
    till.shop.passAndRound(Duration.ofHours(2));
    till = till.reopened();
    assertThat(payer()).isInstanceOf(ProviderReply.Declined.class);
    assertThat(connection()).isEqualTo("signed_out");
    assertThat(refreshes()).isOne();
    assertThat(till.bank.counts().sms()).isOne();
    assertASignInHelps();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BAD_KEY", "WITHOUT_TOKEN"})
  void aRefreshThatCannotBeUsedAsksForASignIn(String answer) {
    openRefreshing();
    till.bank.behave("refresh", answer);
    end();
    assertASaleAsksForASignIn();
    assertThat(refreshes()).isOne();
    assertASignInHelps();
  }

  @Test
  void whoSignedInElsewhereIsAskedAgainstOnceAndNotFought() {
    openRefreshing();
    till.bank.evict(CashierShop.CASHIER.national());
    assertASaleAsksForASignIn();
    till.shop.passAndRound(Duration.ofSeconds(60));
    for (int i = 0; i < 30; i++) {
      till.shop.clock.pass(Duration.ofMinutes(1));
      till.shop.engine.probes().round();
    }
    assertThat(connection()).isEqualTo("signed_out");
    assertThat(refreshes()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"HTTP_STATUS, 403, 1", "STATUS_CODE, -10001, 2", "STATUS_CODE, -209, 1"})
  void everySignOfADeadSessionIsTriedOnce(Fault.Kind kind, int number, int times) {
    openRefreshing();
    till.bank.fault(CashierPaths.QR_CREATE, new Fault(kind, false, number, "", 0), times);
    assertThat(till.qr().bank().qrText()).isNotNull();
    assertThat(refreshes()).isOne();
  }

  @Test
  void aTokenThatEndsAgainAtOnceIsNotRenewedAgain() {
    openRefreshing();
    end();
    till.qr();
    end();
    assertASaleAsksForASignIn();
    assertThat(refreshes()).isOne();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatWasStoredBeforeTheOrganisationWasNamedIsUsedLater(boolean afterARestart) {
    openRefreshing();
    till.bank.fault(CashierPaths.ORG_CONTEXT, Fault.cutBefore());
    end();
    assertASaleAsksForASignIn();
    if (afterARestart) {
      till = till.reopened();
    }
    assertThat(till.shop.engine.accounts().probe(till.tenant()).connection())
        .isEqualTo("connected");
    assertThat(payer()).isInstanceOf(ProviderReply.Accepted.class);
    assertThat(refreshes()).isOne();
    assertThat(till.bank.counts().sms()).isOne();
  }
}
