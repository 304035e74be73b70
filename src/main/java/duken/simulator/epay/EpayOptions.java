package duken.simulator.epay;

import java.util.Locale;
import java.util.Map;

/**
 * How the fake provider starts and behaves.
 *
 * @param webhookSecret callbacks are signed with
 * @param bearer callbacks carry
 * @param callback how callbacks are authenticated
 * @param numericOnly whether identifiers with letters are refused
 * @param cardTerminal whether it gives tokens and no QR
 */
public record EpayOptions(
    Client client,
    String webhookSecret,
    String bearer,
    CallbackAuth callback,
    Token token,
    boolean numericOnly,
    boolean cardTerminal) {

  /**
   * The shop it knows.
   *
   * @param clientId it knows
   * @param clientSecret of that client
   * @param terminalId of the QR terminal
   */
  public record Client(String clientId, String clientSecret, String terminalId) {}

  /**
   * How long a token lives.
   *
   * @param expiresIn of tokens, in seconds
   * @param expiresAsText whether that comes as text
   */
  public record Token(int expiresIn, boolean expiresAsText) {}

  /** The shop of the invoice link. */
  public static final String SHOP_ID = "duken-shop";

  /** The shop's person, whose token invoice links want. */
  public static final String USERNAME = "duken-user";

  /** Of that person. */
  public static final String PASSWORD = "duken-user-password";

  /** How a callback shows where it comes from. */
  public enum CallbackAuth {
    /** {@code X-Webhook-Signature}: HMAC-SHA256. */
    HMAC,
    /** {@code X-Back-Sign}: HMAC-SHA512. */
    BACK_SIGN,
    /** A fixed token. */
    BEARER,
    /** Signature and token. */
    ALL,
    /** Nothing. */
    NONE,
    /** A signature of other bytes. */
    WRONG
  }

  /** What the documents say. */
  public static EpayOptions standard() {
    return new EpayOptions(
        new EpayOptions.Client(
            "duken-client", "duken-client-secret", "00000000-0000-0000-0000-000000000001"),
        "duken-webhook-secret",
        "duken-callback-bearer",
        CallbackAuth.HMAC,
        new EpayOptions.Token(1200, true),
        false,
        false);
  }

  /**
   * The same with some of it changed, by the names above in snake case.
   *
   * @throws IllegalArgumentException when a name is unknown or a value does not fit
   */
  public EpayOptions with(Map<String, String> changes) {
    EpayOptions changed = this;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      changed = changed.with(change.getKey(), change.getValue());
    }
    return changed;
  }

  private EpayOptions with(String name, String value) {
    return switch (name) {
      case "callback" ->
          new EpayOptions(
              client,
              webhookSecret,
              bearer,
              CallbackAuth.valueOf(value.toUpperCase(Locale.ROOT)),
              token,
              numericOnly,
              cardTerminal);
      case "expires_in" -> life(Integer.parseInt(value), token.expiresAsText());
      case "expires_as_text" -> life(token.expiresIn(), Boolean.parseBoolean(value));
      case "numeric_only" -> strict(Boolean.parseBoolean(value), cardTerminal);
      case "card_terminal" -> strict(numericOnly, Boolean.parseBoolean(value));
      default -> throw new IllegalArgumentException("there is no behaviour " + name);
    };
  }

  private EpayOptions life(int seconds, boolean asText) {
    return new EpayOptions(
        client,
        webhookSecret,
        bearer,
        callback,
        new EpayOptions.Token(seconds, asText),
        numericOnly,
        cardTerminal);
  }

  private EpayOptions strict(boolean numbers, boolean card) {
    return new EpayOptions(client, webhookSecret, bearer, callback, token, numbers, card);
  }
}
