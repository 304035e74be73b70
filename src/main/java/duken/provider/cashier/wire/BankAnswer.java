package duken.provider.cashier.wire;

import duken.provider.SignInOutcome.Trouble;
import duken.provider.cashier.settings.CashierSettings;
import duken.provider.http.HttpOutcome;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of mtoken or qrpay, brought down to what it means for us (cashier sheet, section 9).
 */
public sealed interface BankAnswer {

  /** StatusCode 0. */
  record Success(JsonNode data) implements BankAnswer {}

  /**
   * The token is not valid any more: nobody but a human can help, unless it only ran out.
   *
   * @param trouble what is to be told: another device, or an application too old
   */
  record SessionDead(Trouble trouble) implements BankAnswer {}

  /** The one-time MAC does not fit: our clock may be wrong. */
  record MacRefused() implements BankAnswer {}

  /** The bank knows no such operation under this profile. */
  record NotFound() implements BankAnswer {}

  /**
   * A business refusal.
   *
   * @param message the bank's words for a person, or null
   */
  record Refused(int code, String message) implements BankAnswer {}

  /** The bank is not well: nobody knows whether the call was carried out. */
  record Temporary(String code) implements BankAnswer {}

  /** The request surely never left. */
  record NotSent(String code) implements BankAnswer {}

  /** Numbers as decimals: a sum is never binary floating point. */
  JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** What the outcome of a call means. */
  static BankAnswer of(HttpOutcome outcome, CashierSettings settings) {
    return switch (outcome) {
      case HttpOutcome.NotSent(String code) -> new NotSent(code);
      case HttpOutcome.Lost(String code) -> new Temporary(code);
      case HttpOutcome.Answered answered -> ofAnswer(answered, settings);
    };
  }

  private static BankAnswer ofAnswer(HttpOutcome.Answered answered, CashierSettings settings) {
    if (answered.status() == 401 || answered.status() == 403) {
      return new SessionDead(Trouble.OTHER_DEVICE);
    }
    if (answered.status() < 200 || answered.status() > 299) {
      return new Temporary("http_" + answered.status());
    }
    JsonNode root;
    try {
      root = JSON.readTree(answered.body());
    } catch (JacksonException _) {
      return new Temporary("unreadable_answer");
    }
    if (root == null || !root.isObject()) {
      return new Temporary("unreadable_answer");
    }
    Integer code =
        root.has("StatusCode") ? CashierFields.whole(root.get("StatusCode")) : Integer.valueOf(0);
    if (code == null) {
      return new Temporary("unreadable_answer");
    }
    if (code == 0) {
      return new Success(root.path("Data"));
    }
    boolean old = says(root, settings.codes().oldVersionTexts());
    if (settings.codes().deadCodes().contains(code)) {
      return new SessionDead(old ? Trouble.OLD_VERSION : Trouble.OTHER_DEVICE);
    }
    if (settings.codes().macCodes().contains(code)) {
      return new MacRefused();
    }
    if (settings.codes().notFoundCodes().contains(code)) {
      return new NotFound();
    }
    if (old) {
      return new SessionDead(Trouble.OLD_VERSION);
    }
    if (says(root, settings.codes().deadTexts())) {
      return new SessionDead(Trouble.OTHER_DEVICE);
    }
    return new Refused(code, CashierFields.text(root, "Message").orElse(null));
  }

  /** Whether the bank's words hold one of these, be it big or small. */
  private static boolean says(JsonNode root, Set<String> texts) {
    String words =
        Stream.of("Message", "Description", "Code")
            .flatMap(name -> CashierFields.text(root, name).stream())
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    return texts.stream().anyMatch(words::contains);
  }
}
