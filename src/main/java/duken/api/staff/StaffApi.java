package duken.api.staff;

import java.util.List;

/**
 * The people at the counter. Calls block and throw as those of {@link duken.api.EngineApi}; codes
 * of their own: {@code PIN_WRONG}, {@code PIN_BLOCKED}, {@code OWNER_PIN_REQUIRED}.
 */
public interface StaffApi {

  /** The shop's people and what needs whose PIN. */
  StaffJson.Roster roster();

  StaffJson.Member add(StaffJson.MemberChange member);

  StaffJson.Member change(long memberId, StaffJson.MemberChange change);

  void remove(long memberId);

  StaffJson.Roster putRules(StaffJson.Rules rules);

  /**
   * Enters a PIN. A shift's session goes with every later call, an approval's only while it lasts.
   */
  StaffJson.Member signIn(StaffJson.SignIn signIn);

  /** Forgets the approval: what comes next goes in the name of the shift's person again. */
  void dropApproval();

  /** Ends the session of the shift and the approval. */
  void signOut();

  /**
   * Asks whether whoever is at the window may open the cash drawer, and has it kept that they did.
   */
  void openDrawer();

  /** What was done with a PIN, newest first. */
  List<StaffJson.Action> actions();
}
