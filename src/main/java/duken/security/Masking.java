package duken.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes values safe to log, and takes out of a finished line what should never have been in it. */
public final class Masking {

  private static final Pattern KEY =
      Pattern.compile("(kpa_(?:test|live)_[0-9A-Za-z]{4})[0-9A-Za-z]+");
  private static final Pattern SECRET = Pattern.compile("whsec_[0-9A-Za-z_+/=-]+");
  private static final Pattern BEARER =
      Pattern.compile("eyJ[0-9A-Za-z_-]{8,}(?:\\.[0-9A-Za-z_-]+)*");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![0-9A-Za-z.:-])(?:\\+?7|8)?[ \\u00a0]?\\(?7[0-9]{2}\\)?[ \\u00a0-]?[0-9]{3}"
              + "[ \\u00a0-]?[0-9]{2}[ \\u00a0-]?([0-9]{2})(?![0-9A-Za-z:-]|\\.[0-9])");

  private Masking() {}

  /**
   * A line for the log without API keys, webhook secrets, bearer tokens and phone numbers. The last
   * net, not the first: do not hand these to the log.
   */
  public static String line(String line) {
    String masked = KEY.matcher(line).replaceAll("$1…");
    masked = SECRET.matcher(masked).replaceAll("whsec_…");
    masked = BEARER.matcher(masked).replaceAll("…");
    Matcher phones = PHONE.matcher(masked);
    return phones.replaceAll("•••$1");
  }
}
