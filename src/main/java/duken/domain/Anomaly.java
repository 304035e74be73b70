package duken.domain;

import java.time.Instant;
import java.util.Locale;

/**
 * Money that behaved oddly, kept beside the status until somebody resolves it (gateway contract,
 * section 14, late payment).
 *
 * @param id unique; 0 before it is stored
 * @param amount the money in question
 * @param operationId the bank's operation, or null
 * @param detectedAt UTC
 * @param resolution how it was resolved, or null while open
 * @param resolvedBy name of the key or person, or null
 * @param resolvedAt UTC, or null
 */
public record Anomaly(
    long id,
    long invoiceId,
    Kind kind,
    Money amount,
    String operationId,
    Instant detectedAt,
    Resolution resolution,
    String resolvedBy,
    Instant resolvedAt) {

  public enum Kind {
    /** Paid after it was cancelled or expired. */
    PAID_LATE,
    /** A second bank operation of the same invoice was paid. */
    PAID_TWICE,
    /** The bank took another sum than was asked for. */
    AMOUNT_DIFFERS,
    /** Refunded at the bank, not through us. */
    REFUNDED_AT_BANK,
    /** Cancelled at the bank, not through us. */
    CANCELLED_AT_BANK,
    /** A refund of ours of which nobody can ask whether the bank made it. */
    REFUND_UNCLEAR;

    /** Lower-case word for the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum Resolution {
    /** The money went back. */
    REFUNDED,
    /** The money did not go back. */
    NOT_REFUNDED,
    /** The money was booked as a new paid invoice. */
    KEPT,
    /** Seen; nothing had to be done. */
    ACKNOWLEDGED;

    /** Lower-case word for the wire. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
