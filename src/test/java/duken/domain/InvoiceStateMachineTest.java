package duken.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import duken.domain.InvoiceEvent.CancelRefused;
import duken.domain.InvoiceEvent.CancelRequested;
import duken.domain.InvoiceEvent.Cancelled;
import duken.domain.InvoiceEvent.Expired;
import duken.domain.InvoiceEvent.Paid;
import duken.domain.InvoiceEvent.Progressed;
import duken.domain.InvoiceEvent.RefundCompleted;
import duken.domain.Transition.Anomalous;
import duken.domain.Transition.Keep;
import duken.domain.Transition.Move;
import duken.domain.Transition.NoChange;
import duken.domain.Transition.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The gateway contract's table (section 14), walked cell by cell. */
class InvoiceStateMachineTest {

  private static final Instant NOW = Instant.parse("2026-05-14T14:30:00Z");
  private static final Money ASKED = Money.ofTenge(15_000);
  private static final Money PART = Money.ofTenge(5_000);
  private static final Transition SAME = new NoChange();
  private static final Transition KEEP = new Keep();
  private static final Transition NO = new Rejected();
  private static final Transition LATE = new Anomalous(Anomaly.Kind.PAID_LATE);
  private static final Transition TWICE = new Anomalous(Anomaly.Kind.PAID_TWICE);

  private static final Map<InvoiceEvent, List<Transition>> TABLE = new LinkedHashMap<>();

  /** One row: what a fact means in each status, in the order of {@link InvoiceStatus}. */
  private static void row(InvoiceEvent fact, Transition... decisions) {
    TABLE.put(fact, List.of(decisions));
  }

  private static Transition to(InvoiceStatus status, StatusReason reason, boolean announce) {
    return new Move(status, reason, announce);
  }

  static {
    Transition paid = to(InvoiceStatus.PAID, null, true);
    Transition closed = to(InvoiceStatus.CANCELLED, StatusReason.CUSTOMER_CANCELLED, true);
    Transition expired = to(InvoiceStatus.EXPIRED, StatusReason.TTL_EXPIRED, true);
    // PENDING, CANCELLING, PAID, CANCELLED, EXPIRED, PARTIALLY_REFUNDED, REFUNDED
    row(new Paid(NOW, null, null, "op"), paid, paid, SAME, LATE, LATE, SAME, SAME);
    row(new Paid(NOW, null, null, null), paid, paid, SAME, LATE, LATE, SAME, SAME);
    row(new Paid(NOW, null, null, "other"), paid, paid, TWICE, LATE, LATE, TWICE, TWICE);
    row(new Progressed(PayerProgress.SCANNED, false), KEEP, KEEP, NO, NO, NO, NO, NO);
    row(new Progressed(PayerProgress.WAITING, true), KEEP, KEEP, NO, NO, NO, NO, NO);
    row(new Progressed(PayerProgress.WAITING, false), SAME, SAME, NO, NO, NO, NO, NO);
    row(new CancelRequested(), to(InvoiceStatus.CANCELLING, null, false), SAME, NO, NO, NO, NO, NO);
    row(new CancelRefused(), SAME, to(InvoiceStatus.PENDING, null, false), NO, NO, NO, NO, NO);
    row(new Cancelled(StatusReason.CUSTOMER_CANCELLED), closed, closed, NO, SAME, NO, NO, NO);
    row(new Expired(StatusReason.TTL_EXPIRED), expired, expired, NO, NO, SAME, NO, NO);
    row(
        new RefundCompleted(PART),
        NO,
        NO,
        to(InvoiceStatus.PARTIALLY_REFUNDED, null, true),
        NO,
        NO,
        SAME,
        NO);
    row(
        new RefundCompleted(Money.ofTenge(6_000)),
        NO,
        NO,
        to(InvoiceStatus.PARTIALLY_REFUNDED, null, true),
        NO,
        NO,
        KEEP,
        NO);
    row(
        new RefundCompleted(ASKED),
        NO,
        NO,
        to(InvoiceStatus.REFUNDED, null, true),
        NO,
        NO,
        to(InvoiceStatus.REFUNDED, null, true),
        SAME);
    row(new RefundCompleted(Money.ZERO), NO, NO, NO, NO, NO, NO, NO);
    row(new RefundCompleted(Money.ofTenge(15_001)), NO, NO, NO, NO, NO, NO, NO);
    row(
        new RefundCompleted(Money.ofTenge(1)),
        NO,
        NO,
        to(InvoiceStatus.PARTIALLY_REFUNDED, null, true),
        NO,
        NO,
        NO,
        NO);
  }

  @TestFactory
  Stream<DynamicTest> everyCellOfTheTableHolds() {
    return TABLE.entrySet().stream()
        .flatMap(
            row ->
                Arrays.stream(InvoiceStatus.values())
                    .map(
                        status ->
                            dynamicTest(
                                status + " and " + row.getKey(),
                                () ->
                                    assertThat(InvoiceStateMachine.decide(in(status), row.getKey()))
                                        .isEqualTo(row.getValue().get(status.ordinal())))));
  }

  @Test
  void theMovesAreTheContractsAndNoOthers() {
    List<String> moves = new ArrayList<>();
    TABLE.forEach(
        (_, decisions) -> {
          for (InvoiceStatus from : InvoiceStatus.values()) {
            if (decisions.get(from.ordinal()) instanceof Move(InvoiceStatus to, _, boolean loud)) {
              moves.add(from.wire() + " -> " + to.wire() + (loud ? " (webhook)" : ""));
            }
          }
        });

    assertThat(moves)
        .containsOnly(
            "pending -> paid (webhook)",
            "pending -> cancelling",
            "pending -> cancelled (webhook)",
            "pending -> expired (webhook)",
            "cancelling -> cancelled (webhook)",
            "cancelling -> paid (webhook)",
            "cancelling -> pending",
            "cancelling -> expired (webhook)",
            "paid -> partially_refunded (webhook)",
            "paid -> refunded (webhook)",
            "partially_refunded -> refunded (webhook)");
  }

  private static Invoice in(InvoiceStatus status) {
    Money refunded =
        switch (status) {
          case PARTIALLY_REFUNDED -> PART;
          case REFUNDED -> ASKED;
          case PENDING, CANCELLING, PAID, CANCELLED, EXPIRED -> Money.ZERO;
        };
    Invoice.State state =
        new Invoice.State(
            status,
            null,
            PayerProgress.WAITING,
            false,
            null,
            new Invoice.Times(null, null, null),
            new Invoice.Refunds(refunded, Money.ZERO));
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
        state,
        new Invoice.BankSide("sandbox", "op", null, null, null, null),
        new Invoice.Revision(NOW, NOW, 1));
  }
}
