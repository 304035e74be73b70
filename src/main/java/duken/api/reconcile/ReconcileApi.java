package duken.api.reconcile;

import duken.api.reconcile.ReconcileJson.Candidate;
import duken.api.reconcile.ReconcileJson.Outcome;
import duken.api.reconcile.ReconcileJson.Overview;
import duken.api.reconcile.ReconcileJson.Result;
import duken.api.reconcile.ReconcileJson.Run;
import duken.api.reconcile.ReconcileJson.Start;
import java.util.List;

/** The bank's own list. Calls block and throw as those of {@link duken.api.EngineApi}. */
public interface ReconcileApi {

  Overview overview();

  /** Begins to read the list; one of the same time that goes on is the answer. */
  Run start(Start start);

  Result result(long id);

  Run stop(long id);

  /** Goes on where it ended. */
  Run goOn(long id);

  /** Money that no invoice asked for, oldest first. */
  List<ReconcileJson.Stranger> strangers();

  /** What the owner has chosen. */
  ReconcileJson.Rule rule();

  ReconcileJson.Rule changeRule(ReconcileJson.Rule rule);

  /** What the bank is expected to keep of a shift. */
  List<ReconcileJson.Fee> shiftFees(long shiftId);

  /** Practice money that no invoice asked for. */
  void practise(String amount);

  /** Sales without money whose sum fits a line. */
  List<Candidate> candidates(long lineId);

  /** The money of a line belongs to this sale. */
  Outcome link(long lineId, long invoiceId);

  /** A line is as it should be. */
  void accept(long lineId, String reason);

  /**
   * A sale or refund of ours that the bank does not list is as it should be.
   *
   * @param refundId null for the sale
   */
  void acceptOwn(long invoiceId, Long refundId, String reason);

  /** Gives the money of a line back. May be repeated. */
  Outcome giveBack(long lineId, String reason);
}
