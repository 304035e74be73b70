package duken.client;

import duken.api.Paths;
import duken.api.staff.StaffApi;
import duken.api.staff.StaffJson;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Calls about the people at the counter. Keeps what proves their PINs in memory only. */
final class StaffCalls implements StaffApi {

  private static final String PREFIX = Paths.DESK + "/staff";

  private final EngineCalls calls;
  private final Patience patience;
  private final AtomicReference<String> shift = new AtomicReference<>();
  private final AtomicReference<String> approval = new AtomicReference<>();

  StaffCalls(EngineCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
    calls.provenBy(this::proof);
  }

  @Override
  public StaffJson.Roster roster() {
    return to("").get(StaffJson.Roster.class);
  }

  @Override
  public StaffJson.Member add(StaffJson.MemberChange member) {
    return to("/members").sending(member).post(StaffJson.Member.class);
  }

  @Override
  public StaffJson.Member change(long memberId, StaffJson.MemberChange change) {
    return to("/members/" + memberId).sending(change).put(StaffJson.Member.class);
  }

  @Override
  public void remove(long memberId) {
    to("/members/" + memberId).send("DELETE");
  }

  @Override
  public StaffJson.Roster putRules(StaffJson.Rules rules) {
    return to("/rules").sending(rules).put(StaffJson.Roster.class);
  }

  @Override
  public StaffJson.Member signIn(StaffJson.SignIn signIn) {
    StaffJson.Session session = to("/sessions").sending(signIn).post(StaffJson.Session.class);
    (signIn.approval() ? approval : shift).set(session.session());
    return session.member();
  }

  @Override
  public void dropApproval() {
    approval.set(null);
  }

  @Override
  public void signOut() {
    boolean signedIn = proof() != null;
    approval.set(null);
    if (signedIn) {
      try {
        to("/session").send("DELETE");
      } finally {
        shift.set(null);
      }
    }
  }

  @Override
  public void openDrawer() {
    to("/drawer").send("POST");
  }

  @Override
  public List<StaffJson.Action> actions() {
    return to("/actions").get(AnswerTypes.STAFF_ACTIONS).data();
  }

  private String proof() {
    String now = approval.get();
    return now == null ? shift.get() : now;
  }

  private EngineCalls.Ask to(String path) {
    return calls.to(PREFIX + path).within(patience.reading());
  }
}
