package duken.engine.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.domain.Anomaly;
import duken.domain.Anomaly.Resolution;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent.Paid;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.engine.OddBank;
import duken.engine.Shop;
import duken.engine.refund.AnomalyResolution.Way;
import duken.provider.ProviderReading;
import duken.provider.ProviderReply.Unknown;
import duken.provider.RefundRequest;
import duken.provider.SandboxCustomer.SandboxFault;
import duken.store.jdbc.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyResolutionTest {

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

  private Invoice paidLate() {
    Invoice invoice = shop.qr();
    shop.engine.sandboxControls().act(shop.training, invoice.id(), "pay_late");
    shop.round();
    return shop.now(invoice);
  }

  private Anomaly only(Invoice invoice) {
    List<Anomaly> all = shop.anomalies(invoice);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private Invoice resolve(Invoice invoice, Way way) {
    return shop.engine.anomalies().resolve(shop.training, only(invoice).id(), way);
  }

  @Test
  void keptMoneyIsBookedAsANewPaidInvoiceWithItsWebhook() {
    Invoice late = paidLate();

    Invoice booked = resolve(late, Way.KEEP);

    assertThat(booked.id()).isNotEqualTo(late.id());
    assertThat(booked.state().status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(booked.state().payerName()).isNotBlank();
    assertThat(booked.terms().settlesInvoiceId()).isEqualTo(late.id());
    assertThat(booked.terms().order().externalOrderId()).isEqualTo("order_123");
    assertThat(booked.terms().amount()).isEqualTo(Shop.FIFTEEN_THOUSAND);
    assertThat(shop.deliveries(booked)).hasSize(1);
    assertThat(shop.status(late)).isEqualTo(InvoiceStatus.EXPIRED);
    assertThat(only(late).resolution()).isEqualTo(Resolution.KEPT);
    assertThat(only(late).resolvedBy()).isEqualTo("Касса 1");
  }

  @Test
  void keptMoneyCanBeRefundedLikeAnyOther() {
    Invoice booked = resolve(paidLate(), Way.KEEP);

    RefundResult made =
        shop.engine
            .refundService()
            .refund(shop.training, booked.id(), Money.ofTenge(1_000), "Брак", List.of());

    assertThat(made.invoice().state().status()).isEqualTo(InvoiceStatus.PARTIALLY_REFUNDED);
  }

  @Test
  void lateMoneyGoesBackAtTheBankAndTheInvoiceStays() {
    Invoice late = paidLate();

    resolve(late, Way.REFUND);

    assertThat(only(late).resolution()).isEqualTo(Resolution.REFUNDED);
    assertThat(shop.status(late)).isEqualTo(InvoiceStatus.EXPIRED);
    refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(late, Way.KEEP));
  }

  @Test
  void aLostRefundLeavesTheAnomalyOpenAndIsNotSentTwice() {
    Invoice late = paidLate();
    shop.phone.behave(shop.training.tenantId(), SandboxFault.LOSE_NEXT_ANSWER);

    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, () -> resolve(late, Way.REFUND));
    assertThat(only(late).resolution()).isNull();

    resolve(late, Way.REFUND);
    assertThat(only(late).resolution()).isEqualTo(Resolution.REFUNDED);
  }

  @Test
  void aRefusedRefundLeavesTheAnomalyOpen() {
    Invoice late = paidLate();
    shop.phone.behave(shop.training.tenantId(), SandboxFault.REFUSE_NEXT_REFUND);

    refused(DomainRefusal.Reason.PROVIDER_ERROR, () -> resolve(late, Way.REFUND));
    assertThat(only(late).resolution()).isNull();
    resolve(late, Way.REFUND);
    assertThat(only(late).resolution()).isEqualTo(Resolution.REFUNDED);
  }

  @Test
  void aBankThatMayStillBeAtWorkOnTheRefundIsNotAskedAgainForHalfAMinute() {
    Invoice late = shop.liveQr();
    bank.says.put("odd-1", OddBank.ended(ProviderReading.Ending.RAN_OUT));
    shop.passAndRound(Duration.ofSeconds(2));
    bank.says.put("odd-1", OddBank.paid());
    shop.engine.poller().hint(late.id());
    shop.round();
    long id = only(late).id();
    bank.onRefund = _ -> new Unknown<>("timeout");
    Runnable refund = () -> shop.engine.anomalies().resolve(shop.live, id, Way.REFUND);

    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, refund);
    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, refund);
    assertThat(bank.refunds).hasSize(1);

    shop.clock.pass(Duration.ofSeconds(31));
    refused(DomainRefusal.Reason.PROVIDER_TIMEOUT, refund);
    assertThat(bank.refunds).hasSize(2).extracting(RefundRequest::refundId).containsOnly(-id);
  }

  @Test
  void anotherSumCanOnlyBeAcknowledged() {
    Invoice invoice = shop.qr();
    shop.engine
        .settlement()
        .apply(
            invoice.id(),
            new Paid(shop.clock.instant(), null, Money.ofTenge(1), invoice.bank().operationId()));

    refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, Way.KEEP));
    refused(DomainRefusal.Reason.INVALID_TRANSITION, () -> resolve(invoice, Way.REFUND));
    resolve(invoice, Way.ACKNOWLEDGE);
    assertThat(only(invoice).resolution()).isEqualTo(Resolution.ACKNOWLEDGED);
  }

  @Test
  void anotherShopsAnomalyIsNotFound() {
    Invoice late = paidLate();
    long id = only(late).id();

    refused(
        DomainRefusal.Reason.NOT_FOUND,
        () -> shop.engine.anomalies().resolve(shop.live, id, Way.ACKNOWLEDGE));
  }

  private static void refused(DomainRefusal.Reason reason, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            domainRefusal -> assertThat(domainRefusal.reason()).isEqualTo(reason));
  }
}
