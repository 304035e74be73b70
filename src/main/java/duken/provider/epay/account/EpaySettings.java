package duken.provider.epay.account;

import duken.security.AddressBlock;
import duken.security.ForwardedAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the provider's documents leave open, as it holds here.
 *
 * @param backSign whether {@code X-Back-Sign} counts as a signature
 * @param callbackWindow how old a callback may be
 * @param source finds where a callback came from
 * @param generatePath below the API's base
 * @param statusPath below the API's base
 * @param numeric whether identifiers are sent in their numeric form
 * @param chargeHeld whether held money is confirmed by us
 * @param callbacksPerMinute from one address
 */
public record EpaySettings(
    boolean backSign,
    Duration callbackWindow,
    ForwardedAddress source,
    String generatePath,
    String statusPath,
    boolean numeric,
    boolean chargeHeld,
    int callbacksPerMinute) {

  /** Nothing changed. */
  public static EpaySettings standard() {
    return from(_ -> Optional.empty());
  }

  /**
   * Reads them.
   *
   * @param values what was set, by whole key
   * @throws IllegalArgumentException in words, when a value is not allowed
   */
  public static EpaySettings from(java.util.function.Function<String, Optional<String>> values) {
    UnaryOperator<String> read = name -> value(values, name);
    return new EpaySettings(
        EpayLine.isOn(read.apply("back-sign")),
        Duration.ofHours(Integer.parseInt(read.apply("callback-window-hours"))),
        new ForwardedAddress(AddressBlock.list(read.apply("trusted-proxies"))),
        read.apply("generate-path"),
        read.apply("status-path"),
        read.apply("invoice-form").equals("numeric"),
        EpayLine.isOn(read.apply("charge-held")),
        Integer.parseInt(read.apply("callbacks-per-minute")));
  }

  private static String value(
      java.util.function.Function<String, Optional<String>> values, String name) {
    EpayLine line =
        EpayLine.ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    String given =
        values.apply(line.key()).map(text -> text.strip().toLowerCase(Locale.ROOT)).orElse("");
    String value = given.isEmpty() ? line.initial() : values.apply(line.key()).get().strip();
    String tested = name.endsWith("-path") ? value : value.toLowerCase(Locale.ROOT);
    if (!line.test().test(tested)) {
      throw new IllegalArgumentException(
          "%s = \"%s\" is not allowed; allowed is %s".formatted(line.key(), value, line.allowed()));
    }
    return tested;
  }
}
