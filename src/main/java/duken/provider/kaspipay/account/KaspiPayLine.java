package duken.provider.kaspipay.account;

import java.util.List;
import java.util.function.Predicate;

/**
 * A line of {@code duken.properties} about this provider: what its sheet leaves open.
 *
 * @param name behind {@code kaspi-pay.}
 * @param initial what holds when nothing is set
 * @param allowed in words, for whoever set something else
 * @param comment for whoever reads the file
 * @param test whether a value is allowed
 */
public record KaspiPayLine(
    String name, String initial, String allowed, String comment, Predicate<String> test) {

  private static final String SWITCH = "yes or no";
  private static final Predicate<String> IS_SWITCH =
      text -> text.matches("yes|true|on|no|false|off");

  /** In the order of the file. */
  public static final List<KaspiPayLine> ALL =
      List.of(
          new KaspiPayLine(
              "status-version",
              "v01",
              "v01 or v02",
              "Version of the question how a payment stands; v02 tells more.",
              text -> text.matches("v0[12]")),
          new KaspiPayLine(
              "bill-poll-seconds",
              "0",
              "a whole number from 0 to 3600",
              "Pause between two questions about a phone bill; 0 asks only when somebody looks, as"
                  + " the bank wants it.",
              text -> text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= 3600),
          new KaspiPayLine(
              "device-token-as-number",
              "no",
              SWITCH,
              "Send a device token of digits alone as a number.",
              IS_SWITCH),
          new KaspiPayLine(
              "api-key-on-all-schemes",
              "no",
              SWITCH,
              "Send the API key beside a certificate too.",
              IS_SWITCH),
          new KaspiPayLine(
              "client-info-pascal-case",
              "no",
              SWITCH,
              "Ask for a payer's name with PascalCase parameters.",
              IS_SWITCH));

  /** The whole key in the file. */
  public String key() {
    return "kaspi-pay." + name;
  }
}
