package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Anomaly;
import duken.domain.DomainRefusal;
import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.provider.ProviderReading.Ending;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "I saw it in the bank's app": the last way out while the bank is silent. */
class HandDecisionTest {

  private static final String REASON = "видно в приложении, 15 000 от Асель";

  @TempDir Path ledger;
  private final OddBank bank = new OddBank();
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.open(TestStores.h2InMemoryOrTempFile(), ledger, bank);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** A QR whose time is over and whose bank says nothing. */
  private Invoice unknown() {
    Invoice invoice = shop.liveQr();
    bank.onRead = _ -> OddBank.silent();
    for (int i = 0; i < 30; i++) {
      shop.passAndRound(Duration.ofMinutes(1));
    }
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
    return invoice;
  }

  private Invoice decide(Invoice invoice) {
    return shop.engine.decisions().paidByHand(shop.live.scope(), invoice.id(), REASON, "Владелец");
  }

  private void lookBack() {
    shop.clock.pass(Duration.ofMinutes(20));
    shop.reconcile();
  }

  @Test
  void whatAPersonSawIsBookedOnceAndMarkedForEver() {
    Invoice invoice = unknown();
    int webhooks = shop.deliveries(invoice).size();
    Invoice paid = decide(invoice);
    assertThat(paid.state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(paid.bank().details().metadata())
        .containsEntry("decided_by_hand", "true")
        .containsEntry("decided_by", "Владелец")
        .containsEntry("decided_because", REASON);
    assertThat(decide(invoice).state()).isEqualTo(paid.state());
    assertThat(shop.deliveries(invoice)).hasSize(webhooks + 1);
    assertThat(shop.history(invoice, _ -> true))
        .extracting(HistoryEntry::event)
        .contains("decided");
  }

  @Test
  void aBankThatSaysTheSameLaterConfirmsItAndSettlesNothingTwice() {
    Invoice invoice = unknown();
    decide(invoice);
    lookBack();
    assertThat(shop.now(invoice).bank().details().awaitsItsBank()).isTrue();
    bank.onRead = _ -> OddBank.paid();
    lookBack();
    lookBack();
    assertThat(shop.now(invoice).bank().details().metadata())
        .containsEntry("decided_by_hand", "true")
        .containsEntry("bank_said_later", "paid");
    assertThat(shop.history(invoice, _ -> true))
        .extracting(HistoryEntry::event)
        .containsOnlyOnce("bank_spoke");
    assertThat(shop.anomalies(invoice)).isEmpty();
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void aBankThatKnowsOfNoMoneyAsksForADecision() {
    Invoice invoice = unknown();
    decide(invoice);
    bank.onRead = _ -> OddBank.ended(Ending.RAN_OUT);
    lookBack();
    lookBack();
    assertThat(shop.anomalies(invoice))
        .extracting(Anomaly::kind)
        .containsExactly(Anomaly.Kind.CANCELLED_AT_BANK);
    assertThat(shop.now(invoice).bank().details().metadata())
        .containsEntry("bank_said_later", "not_paid");
  }

  @Test
  void aBankThatSpeaksIsBelievedBeforeThePerson() {
    Invoice invoice = unknown();
    bank.onRead = _ -> OddBank.ended(Ending.RAN_OUT);
    assertThat(decide(invoice).state().status()).isEqualTo(InvoiceStatus.EXPIRED);
  }

  @Test
  void aSaleWhoseEndTheBankWillTellIsNotDecidedByHand() {
    Invoice invoice = shop.liveQr();
    assertThatThrownBy(() -> decide(invoice))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            it -> assertThat(it.reason()).isEqualTo(DomainRefusal.Reason.INVALID_TRANSITION));
    assertThat(shop.status(invoice)).isEqualTo(InvoiceStatus.PENDING);
  }
}
