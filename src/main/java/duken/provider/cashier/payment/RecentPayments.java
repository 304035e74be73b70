package duken.provider.cashier.payment;

import duken.domain.PaymentKind;
import duken.provider.PaymentRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which payments a shop has asked about within the last ten seconds. Not thread-safe. */
final class RecentPayments {

  /** Payments that are due one by one are many all the same when they come so close together. */
  private static final Duration CLOSE = Duration.ofSeconds(10);

  /** As long as a bank's QR usually lives. */
  private static final Duration ON_SCREEN = Duration.ofMinutes(3);

  private static final int TILLS = 3;

  private static final Comparator<PaymentRef> NEWEST_FIRST =
      Comparator.comparing(PaymentRef::openedAt).thenComparing(PaymentRef::operationId).reversed();

  /** When each was asked about; the longest ago first. */
  private final LinkedHashMap<PaymentRef, Instant> askedAt = new LinkedHashMap<>();

  private final NavigableSet<PaymentRef> qrs = new TreeSet<>(NEWEST_FIRST);

  void note(Collection<PaymentRef> payments, Instant now) {
    for (PaymentRef payment : payments) {
      askedAt.putLast(payment, now);
      if (payment.kind() == PaymentKind.QR) {
        qrs.add(payment);
      }
    }
    while (isForgotten(askedAt.firstEntry(), now)) {
      qrs.remove(askedAt.pollFirstEntry().getKey());
    }
  }

  int size() {
    return askedAt.size();
  }

  /** The QRs that customers stand before now: the newest ones. */
  List<PaymentRef> onScreen(Instant now) {
    return qrs.stream()
        .limit(TILLS)
        .filter(ref -> now.isBefore(ref.openedAt().plus(ON_SCREEN)))
        .toList();
  }

  /** Also what a clock that was set back says of the future. */
  private static boolean isForgotten(Map.Entry<PaymentRef, Instant> oldest, Instant now) {
    return oldest != null
        && (oldest.getValue().plus(CLOSE).isBefore(now) || oldest.getValue().isAfter(now));
  }
}
