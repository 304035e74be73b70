package duken.domain.staff;

import java.time.Instant;
import java.util.Locale;

/**
 * Somebody who works at the shop's counter and has a PIN.
 *
 * @param id unique; 0 before it is stored
 * @param name as colleagues call him, unique in the shop
 * @param createdAt UTC
 */
public record StaffMember(long id, long tenantId, String name, Role role, Instant createdAt) {

  /** What his PIN opens. */
  public enum Role {
    /** Sells, and does what the owner leaves to every PIN. */
    CASHIER,
    /** Does everything. */
    OWNER;

    /** Lower-case word. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOwner() {
    return role == Role.OWNER;
  }
}
