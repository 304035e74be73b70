package duken.engine.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The open invoices of one session in the order in which the bank is asked about them. Each step
 * costs the logarithm of their number. Not thread-safe.
 */
final class SessionQueue {

  // Thousands of invoices are compared many times a second: nothing is boxed for it.
  private static final Comparator<PolledInvoice> URGENT_FIRST =
      (a, b) -> Boolean.compare(b.urgent, a.urgent);

  private static final Comparator<PolledInvoice> FIRST_DUE =
      (a, b) -> {
        int byTime = a.dueAt.compareTo(b.dueAt);
        return byTime != 0 ? byTime : Long.compare(a.invoiceId, b.invoiceId);
      };

  private static final Comparator<PolledInvoice> NEWEST_QR_FIRST =
      URGENT_FIRST.thenComparing(
          (a, b) -> {
            int byKind = a.kind.compareTo(b.kind);
            int byAge = byKind != 0 ? byKind : b.createdAt.compareTo(a.createdAt);
            return byAge != 0 ? byAge : Long.compare(b.invoiceId, a.invoiceId);
          });

  private static final Comparator<PolledInvoice> LONGEST_WAIT_FIRST =
      URGENT_FIRST.thenComparing(FIRST_DUE);

  /** Full steps are made one after the other: of many, somebody else makes the others. */
  private static final int MOST_STEPS = 8;

  /** The newest QRs are at the beginning, behind what is urgent. */
  private static final int LOOKED_AT = 16;

  /** Not due when last looked at. */
  private final NavigableSet<PolledInvoice> later = new TreeSet<>(FIRST_DUE);

  /** The due ones, in both orders. */
  private final NavigableSet<PolledInvoice> newestFirst = new TreeSet<>(NEWEST_QR_FIRST);

  private final NavigableSet<PolledInvoice> longestFirst = new TreeSet<>(LONGEST_WAIT_FIRST);

  private boolean newestTurn;

  /** Adds an invoice; until it is removed, nothing that orders it may change. */
  void add(PolledInvoice it) {
    later.add(it);
  }

  void remove(PolledInvoice it) {
    if (!later.remove(it)) {
      newestFirst.remove(it);
      longestFirst.remove(it);
    }
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
   * Removes up to {@code most} due invoices. Every other time the newest QR comes first and alone,
   * as its customer stands at the counter; in between whoever has waited longest, so that nobody is
   * forgotten.
   *
   * @param onScreen QRs that are not to wait for answers about others
   */
  List<PolledInvoice> take(int most, Set<PolledInvoice> onScreen, Instant now) {
    fallDue(now);
    newestTurn = !newestTurn;
    List<PolledInvoice> first = newestTurn ? takeOnScreen(onScreen, now) : List.of();
    List<PolledInvoice> taken = first.isEmpty() ? takeOthers(most, onScreen) : first;
    return taken.isEmpty() ? takeOnScreen(onScreen, now) : taken;
  }

  private List<PolledInvoice> takeOthers(int most, Set<PolledInvoice> onScreen) {
    List<PolledInvoice> taken = new ArrayList<>();
    int steps = 0;
    for (PolledInvoice it : newestTurn ? newestFirst : longestFirst) {
      if (taken.size() == most || steps == MOST_STEPS) {
        break;
      }
      if (!onScreen.contains(it)) {
        taken.add(it);
        steps += it.known == null ? 1 : 0;
      }
    }
    taken.forEach(this::remove);
    return taken;
  }

  /** Removes the newest of these QRs that is due; empty when none is. */
  List<PolledInvoice> takeOnScreen(Set<PolledInvoice> onScreen, Instant now) {
    fallDue(now);
    Optional<PolledInvoice> due =
        newestFirst.stream().limit(LOOKED_AT).filter(onScreen::contains).findFirst();
    due.ifPresent(this::remove);
    return due.stream().toList();
  }

  private void fallDue(Instant now) {
    while (!later.isEmpty() && !later.first().dueAt.isAfter(now)) {
      PolledInvoice it = later.pollFirst();
      newestFirst.add(it);
      longestFirst.add(it);
    }
  }
}
