package duken.provider.kaspipay.account;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the bank's guide leaves open, as it holds here (Kaspi Pay sheet, sections 11 and 12).
 *
 * @param statusVersion segment of the status call, {@code v01}
 * @param billPoll pause between two questions about a bill; zero asks only when somebody looks
 * @param deviceTokenAsNumber whether a token of digits alone is sent as a number
 * @param keyOnAllSchemes whether the API key is sent beside a certificate too
 * @param pascalClientInfo whether the payer's name is asked for with PascalCase parameters
 */
public record KaspiPaySettings(
    String statusVersion,
    Duration billPoll,
    boolean deviceTokenAsNumber,
    boolean keyOnAllSchemes,
    boolean pascalClientInfo) {

  /** Nothing changed. */
  public static KaspiPaySettings standard() {
    return from(_ -> Optional.empty());
  }

  /**
   * Reads them.
   *
   * @param values what was set, by whole key
   * @throws IllegalArgumentException in words, when a value is not allowed
   */
  public static KaspiPaySettings from(Function<String, Optional<String>> values) {
    return new KaspiPaySettings(
        value(values, "status-version"),
        Duration.ofSeconds(Long.parseLong(value(values, "bill-poll-seconds"))),
        isOn(value(values, "device-token-as-number")),
        isOn(value(values, "api-key-on-all-schemes")),
        isOn(value(values, "client-info-pascal-case")));
  }

  private static boolean isOn(String text) {
    return text.matches("yes|true|on");
  }

  private static String value(Function<String, Optional<String>> values, String name) {
    KaspiPayLine line =
        KaspiPayLine.ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    String value =
        values
            .apply(line.key())
            .map(text -> text.strip().toLowerCase(Locale.ROOT))
            .filter(text -> !text.isEmpty())
            .orElse(line.initial());
    if (!line.test().test(value)) {
      throw new IllegalArgumentException(
          "%s = \"%s\" is not allowed; allowed is %s".formatted(line.key(), value, line.allowed()));
    }
    return value;
  }
}
