package duken.domain.staff;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What needs whose PIN in a shop.
 *
 * @param levels where the shop chose another level than the usual one
 * @param lockAfter of idleness, after which a window forgets who was at it; zero for never
 * @param refundReason whether a refund made at a window needs a reason
 */
public record StaffPolicy(
    Map<Permission, PinLevel> levels, Duration lockAfter, boolean refundReason) {

  /** The longest idleness one can choose. */
  public static final Duration LONGEST_IDLENESS = Duration.ofHours(8);

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  public StaffPolicy {
    levels = Map.copyOf(levels);
    if (lockAfter.isNegative() || lockAfter.compareTo(LONGEST_IDLENESS) > 0) {
      throw new IllegalArgumentException("idleness of " + lockAfter);
    }
  }

  /** What a shop begins with. */
  public static StaffPolicy usual() {
    return new StaffPolicy(Map.of(), FIVE_MINUTES, true);
  }

  public PinLevel level(Permission permission) {
    return permission.isOwnersAlone()
        ? PinLevel.OWNER
        : levels.getOrDefault(permission, permission.usual());
  }

  /** The level of every permission, in their order. */
  public Map<Permission, PinLevel> all() {
    Map<Permission, PinLevel> all = new EnumMap<>(Permission.class);
    for (Permission permission : Permission.values()) {
      all.put(permission, level(permission));
    }
    return all;
  }
}
