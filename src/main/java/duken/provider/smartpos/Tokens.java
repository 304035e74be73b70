package duken.provider.smartpos;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A pair of tokens.
 *
 * @param expiresAt UTC; the past when the terminal's own date could not be read
 */
record Tokens(String access, String refresh, Instant expiresAt) {

  private static final ZoneId TERMINAL = ZoneId.of("Asia/Almaty");
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm:ss", Locale.ENGLISH));

  /** The tokens of an answer to {@code register} or {@code revoke}; empty when one is missing. */
  static Optional<Tokens> of(JsonNode data) {
    String access = text(data, "accessToken");
    String refresh = text(data, "refreshToken");
    return access == null || refresh == null
        ? Optional.<Tokens>empty()
        : Optional.of(new Tokens(access, refresh, time(text(data, "expirationDate"))));
  }

  /** The terminal's local time; the past when it cannot be read (Smart POS, section 3). */
  static Instant time(String text) {
    for (DateTimeFormatter form : FORMS) {
      try {
        return LocalDateTime.parse(text == null ? "" : text, form).atZone(TERMINAL).toInstant();
      } catch (DateTimeException _) {
        // The next form.
      }
    }
    return Instant.EPOCH;
  }

  private static String text(JsonNode data, String name) {
    JsonNode value = data.get(name);
    return value == null || !value.isString() || value.stringValue().isBlank()
        ? null
        : value.stringValue();
  }

  @Override
  public String toString() {
    return "Tokens until " + expiresAt;
  }
}
