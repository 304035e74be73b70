package duken.api.staff;

import java.util.List;
import java.util.Map;

/** The people at the counter, as a window sees them. */
public final class StaffJson {

  /** The header that proves a PIN. */
  public static final String SESSION_HEADER = "X-Staff-Session";

  private StaffJson() {}

  /**
   * {@code GET /desk/v1/staff}.
   *
   * @param members oldest first; while there is nobody, nothing needs a PIN
   * @param levels whose PIN each permission needs: {@code nobody}, {@code anybody}, {@code owner}
   * @param fixed permissions whose level cannot be changed
   * @param lockAfterSeconds of idleness; 0 for never
   * @param refundReason whether a refund made at a window needs a reason; null from an older engine
   */
  public record Roster(
      List<Member> members,
      Map<String, String> levels,
      List<String> fixed,
      long lockAfterSeconds,
      Boolean refundReason) {

    /** Whether a refund made at a window needs a reason. */
    public boolean needsRefundReason() {
      return Boolean.TRUE.equals(refundReason);
    }
  }

  /**
   * Somebody with a PIN.
   *
   * @param role {@code owner} or {@code cashier}
   * @param waitSeconds until the PIN may be tried again; 0 when it may
   */
  public record Member(long id, String name, String role, long waitSeconds) {}

  /**
   * {@code POST /desk/v1/staff/members}, {@code PUT /desk/v1/staff/members/{id}}.
   *
   * @param name null keeps it
   * @param role {@code owner} or {@code cashier}; only for a new person
   * @param pin 4 to 6 digits; null keeps it
   */
  public record MemberChange(String name, String role, String pin) {

    @Override
    public String toString() {
      return "change of a member";
    }
  }

  /**
   * {@code PUT /desk/v1/staff/rules}: everything that is not named keeps its usual level.
   *
   * @param refundReason null keeps it
   */
  public record Rules(Map<String, String> levels, long lockAfterSeconds, Boolean refundReason) {}

  /**
   * {@code POST /desk/v1/staff/sessions}.
   *
   * @param approval for what is done now, not for a shift
   */
  public record SignIn(long memberId, String pin, boolean approval) {

    @Override
    public String toString() {
      return "sign-in of " + memberId;
    }
  }

  /**
   * Proof of a PIN.
   *
   * @param session what to send in {@link #SESSION_HEADER}
   * @param expiresAt ISO 8601
   */
  public record Session(String session, Member member, String expiresAt) {

    @Override
    public String toString() {
      return "session of " + member.id();
    }
  }

  /**
   * {@code GET /desk/v1/staff/actions}: something that needed a PIN and was begun with one.
   *
   * @param subject number in the path, or null
   */
  public record Action(
      String at, String desk, String member, String permission, String action, Long subject) {}
}
