package duken.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.engine.Shop;
import duken.engine.reconcile.UnassignedPayments.Waiting;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money without an invoice can be practised. */
class TrainingMoneyTest {

  @TempDir private Path ledger;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(TestStores.h2InMemoryOrTempFile(), ledger);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private List<Waiting> look() {
    return shop.engine.reconciling().unassigned().look(shop.training.scope());
  }

  private void minute() {
    look();
    for (int i = 0; i < 12; i++) {
      shop.clock.pass(Duration.ofSeconds(5));
      shop.engine.reconciling().unassigned().round();
      shop.engine.reconciling().awaitQuiet(Duration.ofSeconds(10));
    }
  }

  private void sticker() {
    shop.engine.sandboxControls().payWithoutInvoice(shop.training, Shop.FIFTEEN_THOUSAND);
  }

  @Test
  void thePracticeBankSendsMoneyThatIsAssignedOrGivenBack() {
    minute();
    Invoice sale = shop.qr();
    sticker();
    shop.clock.pass(Duration.ofSeconds(1));
    sticker();
    minute();
    assertThat(look()).hasSize(2);

    BankLineDecisions decisions = shop.engine.reconciling().decisions();
    decisions.link(shop.training, look().getFirst().line().id(), sale.id());
    Invoice back =
        decisions.giveBack(shop.training, look().getFirst().line().id(), "практика").invoice();

    assertThat(shop.status(sale)).isEqualTo(InvoiceStatus.PAID);
    assertThat(shop.status(back)).isEqualTo(InvoiceStatus.REFUNDED);
    assertThat(look()).isEmpty();
  }

  @Test
  void realMoneyIsNotPractised() {
    assertThatThrownBy(
            () -> shop.engine.sandboxControls().payWithoutInvoice(shop.live, Shop.FIFTEEN_THOUSAND))
        .isInstanceOf(DomainRefusal.class);
  }
}
