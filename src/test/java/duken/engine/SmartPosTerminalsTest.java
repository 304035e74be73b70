package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Reason;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.Refund;
import duken.provider.account.ConnectOutcome;
import duken.provider.account.ConnectOutcome.Connected;
import duken.provider.account.ConnectOutcome.Refused;
import duken.simulator.smartpos.TerminalSimulator;
import duken.store.jdbc.TestStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several terminals in one shop, where they are, and what each tells of its work. */
class SmartPosTerminalsTest {

  @TempDir private Path ledger;
  private TerminalShop it;
  private TerminalSimulator second;

  @BeforeEach
  void openTheShop() throws IOException {
    it = new TerminalShop(TestStores.h2InMemoryOrTempFile(), ledger.resolve("books")).paired();
    second = TerminalSimulator.start(0, TerminalShop.following(it.clock));
    second.set("terminal", "30000002");
    second.set("serial", "SN-0002");
    second.set("pairing", "allow");
  }

  @AfterEach
  void closeTheShop() {
    it.close();
    second.close();
    assertThat(it.terminal.complaints()).isEmpty();
    assertThat(second.complaints()).isEmpty();
  }

  private Map<String, String> facts() {
    return it.module.connector().report(it.tenant()).details();
  }

  private Invoice heard(Invoice invoice) {
    return it.asked(invoice.id(), Duration.ofSeconds(3));
  }

  private String step(Invoice invoice) {
    return invoice.bank().details().metadata().get("step");
  }

  @Test
  void eachOfTwoTerminalsSellsRefundsAndIsBusyByItself() {
    assertThat(it.connect(second.address(), "Till-2")).isInstanceOf(Connected.class);
    assertThat(facts())
        .containsEntry("terminals", "2")
        .containsEntry("terminal_id", "30000001")
        .containsEntry("terminal_2_terminal_id", "30000002")
        .containsEntry("terminal_2_till", "Till-2");

    Invoice here = it.sell(100);
    Invoice there = it.sellAt("Till-2", 200);
    assertThatThrownBy(() -> it.sellAt("Till-2", 300))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            e -> assertThat(e.extra()).containsEntry("invoice_id", there.id()));
    second.act("card");
    assertThat(heard(there).state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(heard(here).state().status()).isEqualTo(InvoiceStatus.PENDING);

    it.shop
        .engine
        .refundService()
        .refund(it.shop.live, there.id(), Money.ofTenge(200), "broken", List.of());
    assertThat(it.terminal.calls()).as("not at the other one").doesNotContainKey("refund");
    second.act("confirm");
    assertThat(it.refundedLater(there.id(), Duration.ofSeconds(3)).state().status())
        .isEqualTo(Refund.Status.COMPLETED);
    it.terminal.act("qr");
    assertThat(heard(here).state().status()).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aSecondTerminalWithoutANameTakesNothingFromTheFirst() {
    String first = facts().get("till");
    assertThat(it.connect(second.address(), null)).isInstanceOf(Connected.class);
    assertThat(facts()).containsEntry("terminals", "2").containsEntry("terminal_1_till", first);
    assertThat(facts().get("terminal_2_till")).isNotEqualTo(first).matches("Duken-[0-9A-Z]{6}");
  }

  @Test
  void whatIsMeantOfSeveralTerminalsHasToBeNamed() {
    it.connect(second.address(), "Till-2");
    second.certificate(true);
    ConnectOutcome unnamed =
        it.module
            .connector()
            .change(it.tenant(), "accept-certificate", Map.of("fingerprint", second.fingerprint()));
    assertThat(unnamed)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.choices()).contains("Till-2"));
    assertThat(
            it.module
                .connector()
                .change(
                    it.tenant(),
                    "accept-certificate",
                    Map.of("fingerprint", second.fingerprint(), "name", "Till-2")))
        .isInstanceOf(Connected.class);
    assertThat(facts())
        .containsEntry("terminal_2_certificate_sha256", second.fingerprint())
        .containsEntry("certificate_sha256", it.terminal.fingerprint());
    it.module.connector().change(it.tenant(), "forget", Map.of("name", "Till-2"));
    assertThat(facts()).containsEntry("terminals", "1").containsEntry("terminal_id", "30000001");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTerminalPairedAnewUnderAnotherNameFinishesWhatItHadBegun(boolean disconnected) {
    Invoice sale = it.sell(2500);
    if (disconnected) {
      it.module.connector().disconnect(it.tenant());
    }
    assertThat(it.connect(it.terminal.address(), "Till-9")).isInstanceOf(Connected.class);
    assertThat(facts()).containsEntry("terminals", "1").containsEntry("till", "Till-9");
    it.restart();
    assertThatThrownBy(() -> it.sell(100)).hasMessage(Reason.TERMINAL_BUSY.name());
    it.terminal.act("qr");
    assertThat(heard(sale).state().status()).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void twoThatCallThemselvesAlikeAreTwoWhileBothAnswer() {
    second.set("terminal", "30000001");
    second.set("serial", "SN-0001");
    assertThat(it.connect(second.address(), "Till-2")).isInstanceOf(Connected.class);
    assertThat(facts()).containsEntry("terminals", "2");
    it.terminal.off();
    assertThat(it.connect(second.address(), "Till-3")).isInstanceOf(Connected.class);
    assertThat(facts()).containsEntry("terminals", "1").containsEntry("till", "Till-3");
  }

  @Test
  void plainHttpStaysOnThisComputer() {
    it.module.connector().disconnect(it.tenant());
    assertThat(it.connect("http://192.168.1.50:8080", "Till-2"))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.badInput()).isTrue());
    assertThat(it.connect(second.plain().toString(), "Till-2")).isInstanceOf(Connected.class);
    assertThat(facts()).doesNotContainKey("certificate_sha256");
    Invoice sale = it.sell(300);
    second.act("alaqan");
    assertThat(heard(sale).state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(second.calls()).containsEntry("payment", 1);
  }

  @Test
  void aTerminalThatTalksPlainHttpUnderAnHttpsAddressIsRefused() {
    assertThat(it.connect("127.0.0.1:" + second.plain().getPort(), "Till-2"))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.code()).isEqualTo("no_tls"));
    assertThat(second.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"scan,WaitForQrConfirmation", "read,ProcessingCard", "pin,WaitForPinCode"})
  void eachStepIsToldWithTheInvoiceAndGoesWithItsEnd(String act, String word) {
    Invoice sale = it.sell(2500);
    assertThat(step(heard(sale))).isEqualTo("WaitUser");
    it.terminal.act(act);
    assertThat(step(heard(sale))).isEqualTo(word);
    it.terminal.act("unknown:9:qr");
    assertThat(step(heard(sale))).isEqualTo("unknown");
    it.terminal.act("qr");
  }

  @Test
  void aPaidSaleHasNoStepAnyMoreAndOneStepIsWrittenOnce() {
    Invoice sale = it.sell(2500);
    Invoice waiting = heard(sale);
    assertThat(heard(sale).revision().version()).isEqualTo(waiting.revision().version());
    it.terminal.act("card");
    Invoice paid = heard(sale);
    assertThat(step(paid)).isNull();
    assertThat(paid.bank().details().metadata()).containsEntry("product_type", "Gold");
  }

  @Test
  void aTerminalThatRemembersAgainIsNoQuestionToAPerson() {
    Invoice sale = it.sell(2500);
    it.terminal.fault("status", "unknown-process");
    assertThat(heard(sale).bank().errorCode()).isEqualTo("terminal_forgot");
    Invoice again = it.later(sale.id(), Duration.ofSeconds(11));
    assertThat(again.bank().errorCode()).isNull();
    assertThat(step(again)).isEqualTo("WaitUser");
  }
}
