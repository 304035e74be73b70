package duken.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.PaymentKind;
import duken.engine.admin.BankConnectionService;
import duken.provider.cashier.sale.CashierShop;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import duken.store.Scope;
import duken.store.event.LoggedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that the bank refused is tried again by itself (cashier sheet, section 9). */
class SessionProbesTest {

  private static final Duration STEP = Duration.ofSeconds(5);

  @TempDir Path ledger;
  private CashierShop till;

  @BeforeEach
  void open() {
    till = CashierShop.open(ledger, Map.of()).signedIn();
    probe();
  }

  @AfterEach
  void close() {
    till.close();
  }

  @ParameterizedTest
  @CsvSource({
    "-101001, '', other_device",
    "-209, '', other_device",
    "-209, 'Обновите приложение, чтобы войти', old_version",
    "-7, 'Выполнен вход на другом устройстве', other_device",
    "-7, 'Введите логин', other_device",
  })
  void aRefusalThatWasAnErrorIsOverAfterHalfAMinute(int code, String words, String trouble) {
    Invoice invoice = till.qr();
    refuse(CashierPaths.QR_STATUS, code, words, 1);
    till.shop.passAndRound(Duration.ofSeconds(3));
    assertThat(standing().connection()).isEqualTo("signed_out");
    assertThat(standing().trouble()).isEqualTo(trouble);
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    till.bank.pay(till.atBank(PaymentKind.QR).id());

    live(Duration.ofSeconds(40));

    assertThat(standing().connection()).isEqualTo("connected");
    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PAID);
    assertThat(sessionEvents()).containsExactly("session_lost", "session_restored");
  }

  @Test
  void aSessionThatStaysDeadIsTriedEverMoreRarelyAndWithAReadOnly() {
    refuse(CashierPaths.BILL_DETAILS, -101_001, "", Fault.FOREVER);
    refuse(CashierPaths.QR_CREATE, -101_001, "", 1);
    try {
      till.qr();
    } catch (DomainRefusal domainRefusal) {
      assertThat(domainRefusal.reason()).isEqualTo(DomainRefusal.Reason.PROVIDER_SESSION_INVALID);
    }
    probe();
    int before = probes();
    int others = till.bank.counts().total() - before;
    List<Long> at = new ArrayList<>();
    for (long second = 5; second <= 3600; second += 5) {
      till.shop.clock.pass(STEP);
      probe();
      if (probes() > before + at.size()) {
        at.add(second);
      }
    }
    assertThat(at).containsExactly(30L, 120L, 600L, 1200L, 1800L, 2400L, 3000L, 3600L);
    assertThat(till.bank.counts().total() - probes()).isEqualTo(others);
    till.bank.clearFaults();
    till.shop.clock.pass(Duration.ofMinutes(10));
    probe();
    assertThat(standing().connection()).isEqualTo("connected");
  }

  private void refuse(String path, int code, String words, int times) {
    till.bank.fault(path, new Fault(Fault.Kind.STATUS_CODE, false, code, words, 0), times);
  }

  private void live(Duration time) {
    for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(STEP)) {
      till.shop.clock.pass(STEP);
      probe();
      till.shop.round();
    }
  }

  private void probe() {
    till.shop.engine.probes().round();
  }

  private List<String> sessionEvents() {
    return till
        .shop
        .store
        .read(
            tx ->
                tx.events()
                    .after(
                        new Scope(till.tenant(), Mode.LIVE),
                        0,
                        Set.of("session_lost", "session_restored"),
                        100))
        .stream()
        .map(LoggedEvent::event)
        .toList();
  }

  private int probes() {
    return till.bank.counts().of(CashierPaths.BILL_DETAILS);
  }

  private BankConnectionService.Standing standing() {
    return till.shop.engine.accounts().standing(till.tenant());
  }
}
