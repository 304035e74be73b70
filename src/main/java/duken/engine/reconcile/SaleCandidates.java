package duken.engine.reconcile;

import duken.domain.DomainRefusal;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.reconcile.BankLine;
import duken.store.reconcile.OwnSide.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which sales the money of a line may belong to: same sum, no money yet, made around then. */
public final class SaleCandidates {

  private static final Duration BEFORE = Duration.ofHours(24);
  private static final Duration AFTER = Duration.ofHours(1);

  private final Store store;

  SaleCandidates(Store store) {
    this.store = store;
  }

  /**
   * Those a person may choose from, newest first.
   *
   * @throws DomainRefusal NOT_FOUND
   */
  public List<Candidate> of(Scope scope, long lineId) {
    // Locked, for that is the one way to find it; nothing is written.
    BankLine line =
        store.write(
            tx ->
                tx.bankLines()
                    .lock(scope, lineId)
                    .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND)));
    return store.read(tx -> of(tx, line));
  }

  static List<Candidate> of(Tx tx, BankLine line) {
    if (line.told().isReturn() || line.told().amount() == null || line.invoiceId() != null) {
      return List.of();
    }
    Instant at = line.told().at();
    return tx.bankLines()
        .candidates(
            line.scope(),
            line.provider(),
            line.told().amount(),
            at.minus(BEFORE),
            at.plus(AFTER),
            false);
  }
}
