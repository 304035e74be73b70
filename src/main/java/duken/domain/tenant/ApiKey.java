package duken.domain.tenant;

import duken.domain.Mode;
import java.time.Instant;
import java.util.Locale;

/**
 * A key to the gateway without the key itself: of that only a digest is kept (gateway contract,
 * section 2).
 *
 * @param id unique; 0 before it is stored
 * @param name the label its owner gave it, {@code Касса 1}
 * @param prefix the first characters, to recognise it by: {@code kpa_test_9fQ2}
 * @param digest SHA-256 of the whole key, lower hex
 */
public record ApiKey(
    long id,
    long tenantId,
    String name,
    Mode mode,
    Role role,
    String prefix,
    String digest,
    Times times) {

  /**
   * Since when, when last and until when, UTC.
   *
   * @param lastUsedAt UTC, or null; exact to a minute
   * @param revokedAt UTC, or null
   */
  public record Times(Instant createdAt, Instant lastUsedAt, Instant revokedAt) {}

  public enum Role {
    /** The public contract, {@code /api/v1}. */
    API,
    /** A cashier's window: also {@code /desk/v1}, not counted against the rate limit. */
    DESK;

    /** The command line's word. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
