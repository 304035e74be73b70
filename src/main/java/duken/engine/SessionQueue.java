package duken.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The open invoices of one session in the order in which the bank is asked about them. Each step
 * costs the logarithm of their number. Not thread-safe.
 */
final class SessionQueue {

  private static final Comparator<Watched> URGENT_FIRST = Comparator.comparing(it -> !it.urgent);

  private static final Comparator<Watched> FIRST_DUE =
      Comparator.comparing((Watched it) -> it.dueAt).thenComparing(it -> it.invoiceId);

  private static final Comparator<Watched> NEWEST_QR_FIRST =
      URGENT_FIRST
          .thenComparing(it -> it.kind)
          .thenComparing(it -> it.createdAt, Comparator.reverseOrder())
          .thenComparing(it -> it.invoiceId, Comparator.reverseOrder());

  private static final Comparator<Watched> LONGEST_WAIT_FIRST =
      URGENT_FIRST.thenComparing(FIRST_DUE);

  /** Not due when last looked at. */
  private final NavigableSet<Watched> later = new TreeSet<>(FIRST_DUE);

  /** The due ones, in both orders. */
  private final NavigableSet<Watched> newestFirst = new TreeSet<>(NEWEST_QR_FIRST);

  private final NavigableSet<Watched> longestFirst = new TreeSet<>(LONGEST_WAIT_FIRST);

  private boolean newestTurn;

  /** Adds an invoice; until it is removed, nothing that orders it may change. */
  void add(Watched it) {
    later.add(it);
  }

  void remove(Watched it) {
    if (!later.remove(it)) {
      newestFirst.remove(it);
      longestFirst.remove(it);
    }
  }

  boolean isEmpty() {
    return later.isEmpty() && longestFirst.isEmpty();
  }

  boolean hasDue(Instant now) {
    fallDue(now);
    return !longestFirst.isEmpty();
  }

  /** When the first of those that are not due falls due. */
  Optional<Instant> nextDue(Instant now) {
    fallDue(now);
    return later.isEmpty() ? Optional.empty() : Optional.of(later.first().dueAt);
  }

  /**
   * Removes up to {@code most} due invoices. Every other time the newest QR comes first, as its
   * customer stands at the counter; in between whoever has waited longest, so that nobody is
   * forgotten.
   */
  List<Watched> take(int most, Instant now) {
    fallDue(now);
    newestTurn = !newestTurn;
    NavigableSet<Watched> order = newestTurn ? newestFirst : longestFirst;
    List<Watched> taken = new ArrayList<>();
    while (taken.size() < most && !order.isEmpty()) {
      Watched it = order.first();
      remove(it);
      taken.add(it);
    }
    return taken;
  }

  private void fallDue(Instant now) {
    while (!later.isEmpty() && !later.first().dueAt.isAfter(now)) {
      Watched it = later.pollFirst();
      newestFirst.add(it);
      longestFirst.add(it);
    }
  }
}
