package duken.desktop;

import duken.api.EngineProblem;
import duken.api.staff.StaffApi;
import duken.api.staff.StaffJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** People with PINs, in memory. */
public final class PracticeStaff implements StaffApi {

  private static final List<String> FIXED = List.of("hand_decision", "staff");

  private final ReentrantLock lock = new ReentrantLock();
  private final List<StaffJson.Member> members = new ArrayList<>();
  private final Map<Long, String> pins = new HashMap<>();
  private final Map<String, String> levels = new LinkedHashMap<>();
  private final List<StaffJson.Action> actions = new ArrayList<>();
  private long lockAfter = 300;
  private boolean refundReason;
  private StaffJson.Member shift;
  private StaffJson.Member approval;

  public PracticeStaff() {
    levels.put("sale", "nobody");
    levels.put("shift", "anybody");
    levels.put("reconcile", "anybody");
    levels.put("drawer", "anybody");
    for (String name :
        List.of("price", "refund", "terminal_answer", "anomalies", "goods", "settings", "keys")) {
      levels.put(name, "owner");
    }
    FIXED.forEach(name -> levels.put(name, "owner"));
  }

  /** Refuses as the engine does. */
  public void check(String permission) {
    lock.lock();
    try {
      String level = levels.get(permission);
      StaffJson.Member who = approval == null ? shift : approval;
      if (members.isEmpty() || level.equals("nobody")) {
        return;
      }
      boolean owner = level.equals("owner");
      if (who == null || (owner && !who.role().equals("owner"))) {
        throw refused(403, owner ? "OWNER_PIN_REQUIRED" : "PIN_REQUIRED");
      }
    } finally {
      lock.unlock();
    }
  }

  /** Adds what was done. */
  public void did(StaffJson.Action action) {
    actions.addFirst(action);
  }

  @Override
  public StaffJson.Roster roster() {
    return new StaffJson.Roster(
        List.copyOf(members), Map.copyOf(levels), FIXED, lockAfter, refundReason);
  }

  @Override
  public StaffJson.Member add(StaffJson.MemberChange member) {
    check("staff");
    StaffJson.Member made =
        new StaffJson.Member(members.size() + 1L, member.name(), member.role(), 0);
    members.add(made);
    pins.put(made.id(), member.pin());
    return made;
  }

  @Override
  public StaffJson.Member change(long memberId, StaffJson.MemberChange change) {
    check("staff");
    StaffJson.Member old = find(memberId);
    StaffJson.Member changed =
        new StaffJson.Member(
            memberId, change.name() == null ? old.name() : change.name(), old.role(), 0);
    members.set(members.indexOf(old), changed);
    if (change.pin() != null) {
      pins.put(memberId, change.pin());
    }
    return changed;
  }

  @Override
  public void remove(long memberId) {
    check("staff");
    members.remove(find(memberId));
  }

  @Override
  public StaffJson.Roster putRules(StaffJson.Rules rules) {
    check("staff");
    levels.putAll(rules.levels());
    lockAfter = rules.lockAfterSeconds();
    if (rules.refundReason() != null) {
      refundReason = rules.refundReason();
    }
    return roster();
  }

  @Override
  public StaffJson.Member signIn(StaffJson.SignIn signIn) {
    if (!signIn.pin().equals(pins.get(signIn.memberId()))) {
      throw refused(403, "PIN_WRONG");
    }
    StaffJson.Member who = find(signIn.memberId());
    if (signIn.approval()) {
      approval = who;
    } else {
      shift = who;
    }
    return who;
  }

  @Override
  public void dropApproval() {
    approval = null;
  }

  @Override
  public void signOut() {
    approval = null;
    shift = null;
  }

  @Override
  public void openDrawer() {}

  @Override
  public List<StaffJson.Action> actions() {
    return List.copyOf(actions);
  }

  private StaffJson.Member find(long id) {
    return members.stream()
        .filter(it -> it.id() == id)
        .findFirst()
        .orElseThrow(() -> refused(404, "NOT_FOUND"));
  }

  private static EngineProblem refused(int status, String code) {
    return new EngineProblem(status, code, code, Map.of());
  }
}
