package duken.client;

import duken.api.DeskJson;
import duken.api.Paths;
import duken.api.reconcile.ReconcileApi;
import duken.api.reconcile.ReconcileJson;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The bank's own list over the wire. */
final class ReconcileCalls implements ReconcileApi {

  private static final TypeReference<DeskJson.ListOf<ReconcileJson.Candidate>> CANDIDATES =
      new TypeReference<>() {};

  private static final TypeReference<DeskJson.ListOf<ReconcileJson.Stranger>> STRANGERS =
      new TypeReference<>() {};

  private static final TypeReference<DeskJson.ListOf<ReconcileJson.Fee>> FEES =
      new TypeReference<>() {};

  private final EngineCalls calls;
  private final Patience patience;

  ReconcileCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  @Override
  public ReconcileJson.Overview overview() {
    return to("/reconciliations").get(ReconcileJson.Overview.class);
  }

  @Override
  public ReconcileJson.Run start(ReconcileJson.Start start) {
    return to("/reconciliations").sending(start).post(ReconcileJson.Run.class);
  }

  @Override
  public ReconcileJson.Result result(long id) {
    return to("/reconciliations/" + id).get(ReconcileJson.Result.class);
  }

  @Override
  public ReconcileJson.Run stop(long id) {
    return to("/reconciliations/" + id + "/stop").post(ReconcileJson.Run.class);
  }

  @Override
  public ReconcileJson.Run goOn(long id) {
    return to("/reconciliations/" + id + "/go-on").post(ReconcileJson.Run.class);
  }

  @Override
  public List<ReconcileJson.Stranger> strangers() {
    return to("/unassigned").get(STRANGERS).data();
  }

  @Override
  public ReconcileJson.Rule rule() {
    return to("/bank-list").get(ReconcileJson.Rule.class);
  }

  @Override
  public ReconcileJson.Rule changeRule(ReconcileJson.Rule rule) {
    return to("/bank-list").sending(rule).put(ReconcileJson.Rule.class);
  }

  @Override
  public List<ReconcileJson.Fee> shiftFees(long shiftId) {
    return to("/shifts/" + shiftId + "/fees").get(FEES).data();
  }

  @Override
  public void practise(String amount) {
    to("/training/sticker").sending(new ReconcileJson.Sticker(amount)).send("POST");
  }

  @Override
  public List<ReconcileJson.Candidate> candidates(long lineId) {
    return to("/bank-lines/" + lineId + "/candidates").get(CANDIDATES).data();
  }

  @Override
  public ReconcileJson.Outcome link(long lineId, long invoiceId) {
    return to("/bank-lines/" + lineId + "/link")
        .within(patience.acting())
        .sending(new ReconcileJson.Link(invoiceId))
        .post(ReconcileJson.Outcome.class);
  }

  @Override
  public void accept(long lineId, String reason) {
    to("/bank-lines/" + lineId + "/accept").sending(new ReconcileJson.Reason(reason)).send("POST");
  }

  @Override
  public void acceptOwn(long invoiceId, Long refundId, String reason) {
    to("/own-lines/" + invoiceId + "/accept")
        .sending(new ReconcileJson.OwnReason(refundId, reason))
        .send("POST");
  }

  @Override
  public ReconcileJson.Outcome giveBack(long lineId, String reason) {
    return to("/bank-lines/" + lineId + "/refund")
        .within(patience.acting())
        .sending(new ReconcileJson.Reason(reason))
        .post(ReconcileJson.Outcome.class);
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(Paths.DESK + path);
  }
}
