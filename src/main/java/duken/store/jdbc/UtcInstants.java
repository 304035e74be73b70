package duken.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Instants as both databases keep them: in UTC, cut to the microsecond. JDBI's own way goes through
 * {@code java.sql.Timestamp} and the computer's time zone.
 */
final class UtcInstants extends AbstractArgumentFactory<Instant> {

  UtcInstants() {
    super(Types.TIMESTAMP_WITH_TIMEZONE);
  }

  @Override
  protected Argument build(Instant value, ConfigRegistry config) {
    OffsetDateTime utc = kept(value).atOffset(ZoneOffset.UTC);
    return (position, statement, _) -> statement.setObject(position, utc);
  }

  /** What will be read back after {@code instant} was written. */
  static Instant kept(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }

  static Instant read(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
