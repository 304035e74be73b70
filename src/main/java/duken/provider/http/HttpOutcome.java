package duken.provider.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of one HTTP call to a bank. */
public sealed interface HttpOutcome {

  /**
   * The bank answered, whatever it said.
   *
   * @param headers by lower-case name
   * @param body at most {@link BankHttp#BODY_LIMIT} bytes
   * @param date of the bank's clock, or null
   */
  record Answered(int status, Map<String, List<String>> headers, byte[] body, Instant date)
      implements HttpOutcome {

    /** All values of a header, in the order they came. */
    public List<String> all(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
  }

  /** The request surely never left this machine: it may be sent again. */
  record NotSent(String code) implements HttpOutcome {}

  /** The request left, or may have left, and no answer came: nobody knows. */
  record Lost(String code) implements HttpOutcome {}
}
