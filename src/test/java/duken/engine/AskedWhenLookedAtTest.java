package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A look at a bill asks the bank, not too often, and whatever the computer's clock does. */
class AskedWhenLookedAtTest {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  @TempDir Path ledger;
  private final OddBank bank = new OddBank();
  private Shop shop;
  private Invoice bill;

  @BeforeEach
  void open() {
    bank.pauseOfLooks = PAUSE;
    shop = Shop.open(TestStores.h2InMemoryOrTempFile(), ledger, bank);
    bill = shop.liveBill();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void looksThatFollowFastAskOnce() {
    look();
    shop.clock.pass(PAUSE.minusMillis(1));
    look();
    assertThat(bank.read).hasSize(1);

    shop.clock.pass(Duration.ofMillis(1));
    look();
    assertThat(bank.read).hasSize(2);
  }

  @Test
  void aClockThatIsSetBackHoldsNoLookUp() {
    look();
    shop.clock.pass(Duration.ofDays(-1));
    bank.onRead = _ -> OddBank.paid();

    assertThat(look().state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(bank.read).hasSize(2);
  }

  @Test
  void afterTheClockWasSetBackThePauseHoldsFromThere() {
    look();
    shop.clock.pass(Duration.ofDays(-1));
    look();
    look();
    assertThat(bank.read).hasSize(2);

    shop.clock.pass(PAUSE);
    look();
    assertThat(bank.read).hasSize(3);
  }

  private Invoice look() {
    return shop.engine.invoiceService().read(shop.live, bill.id());
  }
}
