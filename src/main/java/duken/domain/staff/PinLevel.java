package duken.domain.staff;

import java.util.Locale;

/** Whose PIN something needs. */
public enum PinLevel {
  NOBODY,
  /** Anybody's of the shop. */
  ANYBODY,
  /** The owner's. */
  OWNER;

  /** Whether this person may do what needs this level. */
  public boolean admits(StaffMember member) {
    return this != OWNER || member.isOwner();
  }

  /** Lower-case word. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
