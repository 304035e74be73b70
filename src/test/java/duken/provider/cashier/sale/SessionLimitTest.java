package duken.provider.cashier.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.domain.Phone;
import duken.simulator.cashier.CashierPaths;
import duken.simulator.cashier.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit of a bank session's parallel calls holds for whoever calls, creations first. */
class SessionLimitTest {

  @TempDir Path ledger;
  private CashierShop till;

  @BeforeEach
  void open() {
    till = CashierShop.open(ledger, Map.of("call-timeout-seconds", "30")).signedIn();
  }

  @AfterEach
  void close() {
    till.close();
  }

  @Test
  void namesThatHangTakeNoMoreThanTheirPlacesAndNoneOfACreations() {
    till.bank.fault(CashierPaths.CLIENT_INFO, Fault.blackHole(), Fault.FOREVER);
    List<CompletableFuture<?>> names =
        IntStream.range(0, 12)
            .<CompletableFuture<?>>mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () ->
                            till.provider.provider().payer(till.tenant(), new Phone("7001234567")),
                        Thread::startVirtualThread))
            .toList();
    await().until(() -> till.bank.counts().of(CashierPaths.CLIENT_INFO) == 3);

    Invoice invoice = till.qr();

    assertThat(till.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    assertThat(invoice.bank().qrText()).isNotNull();
    assertThat(till.bank.counts().of(CashierPaths.CLIENT_INFO)).isEqualTo(3);
    till.bank.clearFaults();
    till.bank.release();
    assertThat(CompletableFuture.allOf(names.toArray(CompletableFuture<?>[]::new)))
        .succeedsWithin(Duration.ofSeconds(60));
  }
}
