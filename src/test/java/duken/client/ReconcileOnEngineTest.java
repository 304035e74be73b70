package duken.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.api.reconcile.ReconcileApi;
import duken.api.reconcile.ReconcileJson;
import duken.app.TestShop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reconciling over the wire with the practice bank. */
@Timeout(120)
class ReconcileOnEngineTest {

  @TempDir private Path folder;

  @Test
  void aPracticeDayIsReadDecidedAndItsFeesExpected() throws Exception {
    try (TestShop engine = new TestShop(folder).start();
        EngineApi client = engine.connect(() -> "ru")) {
      ReconcileApi bank = client.reconcile();
      bank.strangers();
      InvoiceJson sale =
          client
              .till()
              .createQr(
                  new NewInvoiceJson("15000", null, null, null), UUID.randomUUID().toString());
      bank.practise("15000.00");
      bank.practise("700.00");
      ReconcileJson.Rule rule =
          new ReconcileJson.Rule(
              true, false, 30, Map.of("gold", "0.95", "red", "1", "loan", "2.5"));
      assertThat(bank.changeRule(rule).rates()).containsEntry("gold", "0.95");
      assertThatThrownBy(
              () -> bank.changeRule(new ReconcileJson.Rule(true, true, 5, Map.of("gold", "a"))))
          .isInstanceOf(EngineProblem.class);

      ReconcileJson.Overview overview = bank.overview();
      assertThat(overview.providers().getFirst().days()).isPositive();
      long run = bank.start(new ReconcileJson.Start("sandbox", overview.today(), null)).id();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> bank.result(run).run().progress().state().equals("done"));

      List<ReconcileJson.Line> lines = bank.result(run).lines();
      assertThat(lines).hasSize(2).allMatch(it -> it.kind().equals("only_bank") && it.open());
      long large = line(lines, "15000.00");
      assertThat(bank.candidates(large).getFirst().invoiceId()).isEqualTo(sale.id());
      assertThat(bank.link(large, sale.id()).status()).isEqualTo("paid");
      assertThatThrownBy(() -> bank.link(large, sale.id())).isInstanceOf(EngineProblem.class);
      assertThat(bank.giveBack(line(lines, "700.00"), "практика").refundStatus())
          .isEqualTo("completed");

      ReconcileJson.Result after = bank.result(run);
      assertThat(after.lines()).noneMatch(ReconcileJson.Line::open);
      assertThat(after.fees()).isNotEmpty().allMatch(it -> it.fee() != null);
      assertThat(after.sums().getFirst().kind()).isEqualTo("matched");
      assertThat(after.sums().getFirst().bankSum()).isEqualTo("15700.00");
    }
  }

  private static long line(List<ReconcileJson.Line> lines, String amount) {
    return lines.stream()
        .filter(it -> it.bank().amount().equals(amount))
        .findFirst()
        .orElseThrow()
        .bank()
        .lineId();
  }
}
