package duken.provider.kaspipay.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates in every form that was seen (Kaspi Pay sheet, section 3). */
public final class BankDates {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final int NANO_DIGITS = 9;
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
              + "\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?)?");

  private BankDates() {}

  /** The instant, UTC; empty when the text is no date. */
  public static Optional<Instant> read(String text) {
    Matcher form = FORM.matcher(text == null ? "" : text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(form, 1),
              number(form, 2),
              number(form, 3),
              number(form, 4),
              number(form, 5),
              form.group(6) == null ? 0 : number(form, 6),
              nanos(form.group(7)));
      String offset = form.group(8);
      return Optional.of(
          offset == null
              ? local.atZone(ALMATY).toInstant()
              : local.toInstant(ZoneOffset.of(offset.equals("z") ? "Z" : offset)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  private static int nanos(String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt(fraction + "0".repeat(NANO_DIGITS - fraction.length()));
  }
}
