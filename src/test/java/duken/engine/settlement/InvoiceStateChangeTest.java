package duken.engine.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceEvent.CancelRefused;
import duken.domain.InvoiceEvent.CancelRequested;
import duken.domain.InvoiceEvent.Cancelled;
import duken.domain.InvoiceEvent.Expired;
import duken.domain.InvoiceEvent.Paid;
import duken.domain.InvoiceEvent.Progressed;
import duken.domain.InvoiceEvent.RefundCompleted;
import duken.domain.InvoiceStateMachine;
import duken.domain.InvoiceStatus;
import duken.domain.Mode;
import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentKind;
import duken.domain.StatusReason;
import duken.domain.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any facts in any order, as banks and people send them. */
class InvoiceStateChangeTest {

  private static final Instant NOW = Instant.parse("2026-05-14T14:30:00Z");
  private static final Money ASKED = Money.ofTiyn(10);

  private static final Map<InvoiceStatus, Set<InvoiceStatus>> ALLOWED =
      Map.of(
          InvoiceStatus.PENDING,
          Set.of(
              InvoiceStatus.PAID,
              InvoiceStatus.CANCELLING,
              InvoiceStatus.CANCELLED,
              InvoiceStatus.EXPIRED),
          InvoiceStatus.CANCELLING,
          Set.of(
              InvoiceStatus.CANCELLED,
              InvoiceStatus.PAID,
              InvoiceStatus.PENDING,
              InvoiceStatus.EXPIRED),
          InvoiceStatus.PAID,
          Set.of(InvoiceStatus.PARTIALLY_REFUNDED, InvoiceStatus.REFUNDED),
          InvoiceStatus.PARTIALLY_REFUNDED,
          Set.of(InvoiceStatus.REFUNDED),
          InvoiceStatus.CANCELLED,
          Set.of(),
          InvoiceStatus.EXPIRED,
          Set.of(),
          InvoiceStatus.REFUNDED,
          Set.of());

  @Provide
  Arbitrary<List<InvoiceEvent>> facts() {
    Arbitrary<InvoiceEvent> progressed =
        Arbitraries.of(PayerProgress.class)
            .map(payerProgress -> new Progressed(payerProgress, false));
    Arbitrary<InvoiceEvent> refunds =
        Arbitraries.longs().between(0, 12).map(sum -> new RefundCompleted(Money.ofTiyn(sum)));
    Arbitrary<InvoiceEvent> others =
        Arbitraries.of(
            new Paid(NOW, "Асель Т.", ASKED, "op"),
            new Paid(NOW, null, null, null),
            new Paid(NOW, null, ASKED, "other"),
            new Progressed(PayerProgress.CONFIRMING, true),
            new CancelRequested(),
            new CancelRefused(),
            new Cancelled(StatusReason.CUSTOMER_CANCELLED),
            new Cancelled(null),
            new Expired(StatusReason.TTL_EXPIRED),
            new Expired(StatusReason.PAYMENT_REJECTED));
    return Arbitraries.frequencyOf(
            Tuple.of(4, others), Tuple.of(2, refunds), Tuple.of(1, progressed))
        .list()
        .ofMaxSize(30);
  }

  @Property
  void noFactEverMakesAForbiddenMove(@ForAll("facts") List<InvoiceEvent> facts) {
    Invoice invoice = fresh();
    for (InvoiceEvent fact : facts) {
      Invoice after = applied(invoice, fact);
      InvoiceStatus from = invoice.state().status();
      InvoiceStatus to = after.state().status();
      assertThat(from == to || ALLOWED.get(from).contains(to)).as("%s -> %s", from, to).isTrue();
      invoice = after;
    }
  }

  @Property
  void theSameFactAgainChangesNothing(@ForAll("facts") List<InvoiceEvent> facts) {
    Invoice invoice = fresh();
    for (InvoiceEvent fact : facts) {
      Invoice once = applied(invoice, fact);
      boolean settled = !once.equals(invoice);
      assertThat(applied(once, fact)).isEqualTo(once);
      if (settled) {
        assertThat(InvoiceStateMachine.decide(once, fact)).isInstanceOf(Transition.NoChange.class);
      }
      invoice = once;
    }
  }

  @Property
  void moneyOnceTakenIsNeverForgotten(@ForAll("facts") List<InvoiceEvent> facts) {
    Invoice invoice = fresh();
    for (InvoiceEvent fact : facts) {
      Invoice after = applied(invoice, fact);
      if (invoice.state().times().paidAt() != null) {
        assertThat(after.state().times().paidAt()).isEqualTo(invoice.state().times().paidAt());
        assertThat(after.state().status().hasMoney()).isTrue();
        assertThat(invoice.state().refunds().refunded().exceeds(after.state().refunds().refunded()))
            .isFalse();
        assertThat(after.state().refunds().refunded().exceeds(ASKED)).isFalse();
      }
      assertThat(after.state().status().hasMoney())
          .isEqualTo(after.state().times().paidAt() != null);
      assertThat(after.state().held() && !after.state().status().isOpen()).isFalse();
      invoice = after;
    }
  }

  private static Invoice applied(Invoice invoice, InvoiceEvent fact) {
    return switch (InvoiceStateMachine.decide(invoice, fact)) {
      case Transition.Move move ->
          InvoiceStateChange.nextVersion(
              InvoiceStateChange.move(invoice, fact, move, NOW),
              InvoiceStateChange.bank(invoice.bank(), fact),
              NOW);
      case Transition.Keep _ ->
          InvoiceStateChange.nextVersion(
              InvoiceStateChange.keep(invoice, fact), invoice.bank(), NOW);
      case Transition.NoChange _, Transition.Rejected _, Transition.Anomalous _ -> invoice;
    };
  }

  private static Invoice fresh() {
    return new Invoice(
        1,
        0,
        1,
        Mode.TEST,
        PaymentKind.QR,
        new Invoice.Terms(
            ASKED,
            null,
            new Invoice.Order(null, null, null),
            null,
            List.of(),
            "token",
            NOW,
            new Invoice.Channel(Invoice.Origin.DESK, null),
            null),
        Invoice.State.fresh(),
        new Invoice.BankSide("sandbox", "op", null, null, null, null),
        new Invoice.Revision(NOW, NOW, 0));
  }
}
