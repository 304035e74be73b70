package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.PaymentKind;
import duken.domain.Refund.Status;
import duken.engine.Holdings;
import duken.engine.recovery.Retention;
import duken.provider.sandbox.SandboxBank;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Weeks of sales through a cashier's session: what the engine remembers levels off. */
class MonthOfSalesTest extends CashierTill {

  private static final Duration FEW_DAYS = Duration.ofDays(3);
  private static final Retention.Rules RULES =
      new Retention.Rules(FEW_DAYS, FEW_DAYS, FEW_DAYS, FEW_DAYS);

  @Test
  void whatIsKeptInMemoryLevelsOff() {
    live(6);
    Map<String, Integer> before = held();
    live(12);
    Map<String, Integer> after = held();

    assertThat(before)
        .as("what was looked into, the cashier's session and the practice bank among it")
        .containsKey(SandboxBank.class.getSimpleName() + ".entries")
        .hasSizeGreaterThan(40);
    assertThat(after)
        .as("entries after 18 days; after 6 it was %s", before)
        .allSatisfy(
            (name, count) ->
                assertThat(count).as(name).isLessThanOrEqualTo(before.getOrDefault(name, 0) + 2));
  }

  private void live(int days) {
    for (int day = 0; day < days; day++) {
      Invoice sold = paid();
      assertThat(refund(sold, 1_000).state().status()).isEqualTo(Status.COMPLETED);
      till.qr();
      till.bank.decline(till.atBank(PaymentKind.QR).id());
      till.shop.passAndRound(Duration.ofSeconds(5));
      till.bill();
      till.bank.pay(till.atBank(PaymentKind.PHONE).id());
      till.shop.passAndRound(Duration.ofSeconds(30));
      till.qr();
      till.live(Duration.ofMinutes(30), Duration.ofMinutes(5));
      till.shop.paidQr();
      till.shop.passAndRound(Duration.ofHours(23));
      till.shop.reconcile();
      till.shop.retain(RULES);
    }
  }

  private Map<String, Integer> held() {
    return Holdings.of(till.shop.engine, till.provider, till.shop);
  }
}
