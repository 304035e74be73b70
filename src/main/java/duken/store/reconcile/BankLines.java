package duken.store.reconcile;

import duken.domain.Money;
import duken.store.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of banks' own lists, our side of them, and what was decided. */
public interface BankLines {

  /**
   * Keeps what is new.
   *
   * @return how many lines were new
   */
  int add(Scope scope, String provider, List<BankLine.Told> told, Instant seenAt);

  /** A shop's own line, locked until the transaction ends. */
  Optional<BankLine> lock(Scope scope, long id);

  /**
   * Says which sale a line belongs to, unless that was said.
   *
   * @return whether it was not
   */
  boolean assign(long id, long invoiceId);

  /** Lines of a stretch of time, oldest first. */
  List<BankLine> between(Scope scope, String provider, Instant from, Instant until);

  /** Payments that no operation of ours has, nobody has decided about, oldest first. */
  List<BankLine> unassigned(Scope scope, String provider, Instant since, int limit);

  /** Adds a decision. */
  void decide(BankDecision decision);

  /** Decisions about the lines of a stretch of time and the sales paid in it, oldest first. */
  List<BankDecision> decisions(Scope scope, Instant from, Instant until);

  /** The newest decision about a line. */
  Optional<BankDecision> decision(long lineId);

  /** The newest decision about a sale or refund that the bank does not list. */
  Optional<BankDecision> ownDecision(long invoiceId, Long refundId);

  /** Sales whose operations stand in lines of a stretch of time. */
  List<OwnSide.Named> named(Scope scope, String provider, Instant from, Instant until);

  /** Sales paid in a stretch of time. */
  List<OwnSide.Paid> paid(Scope scope, String provider, Instant from, Instant until);

  /** Refunds completed in a stretch of time. */
  List<OwnSide.Refunded> refunded(Scope scope, String provider, Instant from, Instant until);

  /** Anomalies found since then. */
  List<OwnSide.Odd> odd(Scope scope, Instant since);

  /**
   * Sales of this sum without money, made in a stretch of time, newest first.
   *
   * @param openOnly whether only those that can still be paid
   */
  List<OwnSide.Candidate> candidates(
      Scope scope, String provider, Money amount, Instant from, Instant until, boolean openOnly);

  /** The bank's word for what these sales were paid from, where its list told one. */
  Map<Long, String> sources(Scope scope, List<Long> invoices);

  /** Whether an operation of ours has this mark and its answer is still awaited. */
  boolean isAwaited(String mark);

  /**
   * Takes the payers off lines of before.
   *
   * @return of how many
   */
  int wipePayers(Instant before, int most);
}
