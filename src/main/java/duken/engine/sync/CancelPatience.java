package duken.engine.sync;

import duken.domain.HistoryEntry;
import duken.domain.Invoice;
import duken.domain.InvoiceStatus;
import duken.engine.settlement.PaymentEndPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long a cancel waits for a bank that neither agrees nor answers. */
final class CancelPatience {

  static final Duration LONGEST = Duration.ofMinutes(10);

  private CancelPatience() {}

  /** Whether a cancel is given up; at the end of an invoice's time that end counts instead. */
  static boolean isOver(Invoice cancelling, List<HistoryEntry> history, Instant now) {
    Instant asked =
        history.stream()
            .filter(entry -> entry.to() == InvoiceStatus.CANCELLING)
            .filter(entry -> entry.from() == InvoiceStatus.PENDING)
            .map(HistoryEntry::at)
            .reduce((_, later) -> later)
            .orElse(now);
    return !now.isBefore(asked.plus(LONGEST)) && !PaymentEndPolicy.isOverdue(cancelling, now);
  }
}
