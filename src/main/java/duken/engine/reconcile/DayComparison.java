package duken.engine.reconcile;

import duken.domain.Anomaly;
import duken.domain.Money;
import duken.engine.reconcile.ReconciledLine.Kind;
import duken.engine.reconcile.ReconciledLine.Own;
import duken.store.reconcile.BankDecision;
import duken.store.reconcile.BankLine;
import duken.store.reconcile.OwnSide;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lays the bank's lines beside our books. Pure. Each return of ours explains one line and no second
 * one: by the bank's number where it told one, else by sum and time.
 */
final class DayComparison {

  /** The bank's clock may be so far ahead of ours. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private final OwnBooks books;
  private final Map<Long, List<OwnSide.Named>> named = new HashMap<>();
  private final Map<Long, BankDecision> byLine = new HashMap<>();
  private final Map<Object, BankDecision> byOwn = new HashMap<>();
  private final Map<Long, ReconciledLine> returns = new HashMap<>();
  private final Set<Long> explaining = new HashSet<>();

  DayComparison(OwnBooks books) {
    this.books = books;
    books.named().forEach(it -> named.computeIfAbsent(it.lineId(), _ -> new ArrayList<>()).add(it));
    for (BankDecision decision : books.decisions()) {
      if (decision.lineId() != null) {
        byLine.put(decision.lineId(), decision);
      } else {
        byOwn.put(ownKey(decision.invoiceId(), decision.refundId()), decision);
      }
    }
  }

  /**
   * Compares.
   *
   * @param lines of the bank, those around the stretch of time too, for returns that lie at its
   *     edges
   * @param from UTC
   * @param until UTC, no longer part of it
   * @param told up to when the bank told everything, or null while it did not: then nothing is said
   *     to be only here
   * @return oldest first
   */
  List<ReconciledLine> of(List<BankLine> lines, Instant from, Instant until, Instant told) {
    explainReturns(lines.stream().filter(line -> line.told().isReturn()).toList());
    List<ReconciledLine> all = new ArrayList<>();
    for (BankLine line : lines) {
      if (!line.told().at().isBefore(from) && line.told().at().isBefore(until)) {
        all.add(line.told().isReturn() ? returns.get(line.id()) : payment(line));
      }
    }
    if (told != null) {
      Instant end = told.isBefore(until) ? told : until;
      books.paid().stream()
          .filter(it -> !it.listed() && isWithin(it.paidAt(), from, end))
          .map(this::unlisted)
          .forEach(all::add);
      books.refunded().stream()
          .filter(it -> !explaining.contains(it.refundId()) && isWithin(it.at(), from, end))
          .map(this::unlisted)
          .forEach(all::add);
    }
    all.sort(Comparator.comparing(ReconciledLine::at));
    return all;
  }

  private static boolean isWithin(Instant at, Instant from, Instant end) {
    return !at.isBefore(from) && at.isBefore(end);
  }

  private ReconciledLine payment(BankLine line) {
    BankDecision decision = byLine.get(line.id());
    List<OwnSide.Named> sales = named.getOrDefault(line.id(), List.of());
    Optional<OwnSide.Named> settled =
        sales.stream().filter(it -> it.tookMoneyOf(line.told().operationId())).findFirst();
    if (settled.isPresent()) {
      OwnSide.Named sale = settled.get();
      boolean same = sale.amount().equals(line.told().amount());
      boolean unfinished =
          decision != null
              && decision.what() == BankDecision.What.RETURNING
              && sale.goneBack().isZero();
      return new ReconciledLine(
          same ? Kind.MATCHED : Kind.SUM_DIFFERS,
          line,
          own(sale),
          decision,
          unfinished || (!same && decision == null));
    }
    Own own = sales.isEmpty() ? null : own(sales.getFirst());
    boolean elsewhere =
        books.odd().stream()
            .anyMatch(
                odd ->
                    odd.resolution() != null
                        && line.told().operationId().equals(odd.operationId())
                        && isPayment(odd));
    return new ReconciledLine(Kind.ONLY_BANK, line, own, decision, decision == null && !elsewhere);
  }

  private static boolean isPayment(OwnSide.Odd odd) {
    return odd.kind() == Anomaly.Kind.PAID_LATE || odd.kind() == Anomaly.Kind.PAID_TWICE;
  }

  private void explainReturns(List<BankLine> lines) {
    Map<Long, BankLine> left = new LinkedHashMap<>();
    lines.forEach(line -> left.put(line.id(), line));
    explain(left, (line, refund) -> line.told().operationId().equals(refund.bankId()));
    explain(left, (line, refund) -> refund.bankId() == null && isMaybe(line, refund));
    // A bank may give the answer another number than the line.
    explain(left, DayComparison::isMaybe);
    Set<OwnSide.Odd> used = new HashSet<>();
    for (BankLine line : left.values()) {
      Optional<OwnSide.Odd> odd =
          books.odd().stream()
              .filter(it -> !used.contains(it) && isReturn(it))
              .filter(it -> it.amount().equals(line.told().amount()))
              .filter(it -> !it.detectedAt().plus(SLACK).isBefore(line.told().at()) || gaveBack(it))
              .findFirst();
      odd.ifPresent(used::add);
      returns.put(line.id(), returnedThere(line, odd.orElse(null)));
    }
  }

  private interface Fits {
    boolean test(BankLine line, OwnSide.Refunded refund);
  }

  private void explain(Map<Long, BankLine> left, Fits fits) {
    for (BankLine line : List.copyOf(left.values())) {
      Predicate<OwnSide.Refunded> isFree = it -> !explaining.contains(it.refundId());
      Optional<OwnSide.Refunded> refund =
          books.refunded().stream().filter(isFree).filter(it -> fits.test(line, it)).findFirst();
      if (refund.isPresent()) {
        explaining.add(refund.get().refundId());
        left.remove(line.id());
        boolean same = refund.get().amount().equals(line.told().amount());
        BankDecision decision = byLine.get(line.id());
        returns.put(
            line.id(),
            new ReconciledLine(
                same ? Kind.MATCHED : Kind.SUM_DIFFERS,
                line,
                own(refund.get()),
                decision,
                !same && decision == null));
      }
    }
  }

  private static boolean isMaybe(BankLine line, OwnSide.Refunded refund) {
    return refund.amount().equals(line.told().amount())
        && !refund.at().plus(SLACK).isBefore(line.told().at());
  }

  private static boolean isReturn(OwnSide.Odd odd) {
    return odd.kind() == Anomaly.Kind.REFUNDED_AT_BANK || gaveBack(odd);
  }

  /** Money nobody asked for that was given back by us, without a refund of its own. */
  private static boolean gaveBack(OwnSide.Odd odd) {
    return isPayment(odd) && odd.resolution() == Anomaly.Resolution.REFUNDED;
  }

  private ReconciledLine returnedThere(BankLine line, OwnSide.Odd odd) {
    BankDecision decision = byLine.get(line.id());
    Own own =
        odd == null
            ? null
            : new Own(odd.invoiceId(), odd.number(), odd.amount(), null, null, odd.detectedAt());
    boolean ours = odd != null && gaveBack(odd);
    boolean elsewhere = odd != null && odd.resolution() != null;
    return new ReconciledLine(
        ours ? Kind.MATCHED : Kind.RETURNED_THERE,
        line,
        own,
        decision,
        decision == null && !elsewhere);
  }

  private ReconciledLine unlisted(OwnSide.Paid sale) {
    BankDecision decision = byOwn.get(ownKey(sale.invoiceId(), null));
    return new ReconciledLine(
        Kind.ONLY_HERE,
        null,
        new Own(sale.invoiceId(), sale.number(), sale.amount(), sale.status(), null, sale.paidAt()),
        decision,
        decision == null);
  }

  private ReconciledLine unlisted(OwnSide.Refunded refund) {
    BankDecision decision = byOwn.get(ownKey(refund.invoiceId(), refund.refundId()));
    return new ReconciledLine(Kind.ONLY_HERE, null, own(refund), decision, decision == null);
  }

  private static Own own(OwnSide.Named sale) {
    return new Own(sale.invoiceId(), sale.number(), sale.amount(), sale.status(), null, null);
  }

  private static Own own(OwnSide.Refunded refund) {
    return new Own(
        refund.invoiceId(), refund.number(), refund.amount(), null, refund.refundId(), refund.at());
  }

  private static Object ownKey(Long invoiceId, Long refundId) {
    return List.of(Objects.requireNonNull(invoiceId), refundId == null ? Money.ZERO : refundId);
  }
}
