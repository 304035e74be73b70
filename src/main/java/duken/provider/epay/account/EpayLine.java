package duken.provider.epay.account;

import duken.security.AddressBlock;
import java.util.List;
import java.util.function.Predicate;

/**
 * A line of {@code duken.properties} about this provider: what its documents leave open.
 *
 * @param name behind {@code epay.}
 * @param initial what holds when nothing is set
 * @param allowed in words, for whoever set something else
 * @param comment for whoever reads the file
 * @param test whether a value is allowed
 */
public record EpayLine(
    String name, String initial, String allowed, String comment, Predicate<String> test) {

  private static final String SWITCH = "yes or no";
  private static final String PATH = "a path that begins with a slash";
  private static final Predicate<String> IS_SWITCH = EpayLine::isSwitch;
  private static final Predicate<String> IS_PATH = text -> text.matches("/[A-Za-z0-9/_.-]*");

  /** In the order of the file. */
  public static final List<EpayLine> ALL =
      List.of(
          new EpayLine(
              "back-sign",
              "no",
              SWITCH,
              "Callbacks may also be signed by X-Back-Sign (HMAC-SHA512 with the webhook secret).",
              IS_SWITCH),
          new EpayLine(
              "callback-window-hours",
              "24",
              "a whole number from 1 to 720",
              "How old a callback's dateTime may be, in hours.",
              whole(1, 720)),
          new EpayLine(
              "trusted-proxies",
              "",
              "addresses or ranges such as 10.0.0.0/8, with commas",
              "Proxies whose X-Forwarded-For names where a callback came from.",
              EpayLine::areAddresses),
          new EpayLine(
              "generate-path", "/payment/qr/generate", PATH, "Where a QR is asked for.", IS_PATH),
          new EpayLine("status-path", "/qr", PATH, "Where a QR's status is asked for.", IS_PATH),
          new EpayLine(
              "invoice-form",
              "kaspi",
              "kaspi or numeric",
              "Form of our payment identifiers; numeric for a terminal that refuses letters.",
              text -> text.equals("kaspi") || text.equals("numeric")),
          new EpayLine(
              "charge-held",
              "no",
              SWITCH,
              "Confirm money that the bank only holds, for terminals that do not by themselves.",
              IS_SWITCH),
          new EpayLine(
              "callbacks-per-minute",
              "300",
              "a whole number from 1 to 1000000",
              "How many callbacks one address may send in a minute.",
              whole(1, 1_000_000)));

  /** The whole key in the file. */
  public String key() {
    return "epay." + name;
  }

  public static boolean isOn(String text) {
    return text.equals("yes") || text.equals("true") || text.equals("on");
  }

  private static boolean isSwitch(String text) {
    return isOn(text) || text.equals("no") || text.equals("false") || text.equals("off");
  }

  private static Predicate<String> whole(int least, int most) {
    return text -> {
      try {
        int value = Integer.parseInt(text);
        return value >= least && value <= most;
      } catch (NumberFormatException _) {
        return false;
      }
    };
  }

  private static boolean areAddresses(String text) {
    try {
      AddressBlock.list(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
