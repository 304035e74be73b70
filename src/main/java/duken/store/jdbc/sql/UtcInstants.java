package duken.store.jdbc.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as both databases keep them: in UTC, cut to the microsecond. */
public final class UtcInstants {

  private UtcInstants() {}

  /** What will be read back after {@code instant} was written; null stays null. */
  public static Instant kept(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Reads a column that may be null. */
  public static Instant read(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  static OffsetDateTime written(Instant instant) {
    return kept(instant).atOffset(ZoneOffset.UTC);
  }
}
