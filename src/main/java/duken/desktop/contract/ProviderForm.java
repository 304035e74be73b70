package duken.desktop.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be given to connect a shop to a provider.
 *
 * @param provider its short name; texts are found below {@code settings.contract.} and it
 * @param culprits what a refusal may name and has words for
 * @param prefix of the keys of these words
 */
public record ProviderForm(
    String provider, List<Input> inputs, Set<String> culprits, String prefix) {

  /** The QR terminal at ePayment.kz, by the names of its sheet. */
  public static final ProviderForm EPAY =
      new ProviderForm(
          "epay",
          List.of(
              Input.open("KASPI_CLIENT_ID"),
              Input.secret("KASPI_CLIENT_SECRET"),
              Input.open("KASPI_TERMINAL_ID"),
              Input.open("KASPI_API_BASE_URL"),
              Input.open("KASPI_CALLBACK_BASE_URL"),
              Input.secret("KASPI_WEBHOOK_SECRET").optional(),
              Input.secret("KASPI_CALLBACK_BEARER").optional(),
              Input.open("KASPI_CALLBACK_ALLOWED_IPS").optional(),
              Input.open("KASPI_OAUTH_URL").optional(),
              Input.open("KASPI_INVOICE_SHOP_ID").optional(),
              Input.open("KASPI_INVOICE_USERNAME").optional(),
              Input.secret("KASPI_INVOICE_PASSWORD").optional()),
          Set.of("key", "terminal", "address", "trust", "unreachable", "token_refused"),
          "settings.contract.refused.");

  /** The bank's own API in its three schemes. */
  public static final ProviderForm KASPI_PAY =
      new ProviderForm(
          "kaspi-pay",
          List.of(
              new Input("scheme", Kind.CHOICE, true, List.of("r1", "r2", "r3"), Set.of()),
              Input.open("url"),
              Input.secret("api-key").only("r1"),
              new Input("certificate", Kind.BINARY_FILE, true, List.of(), Set.of("r2", "r3")),
              Input.secret("password").only("r2", "r3"),
              Input.open("bin").only("r3"),
              new Input("trust", Kind.TEXT_FILE, false, List.of(), Set.of()),
              Input.open("device").optional()),
          Set.of(
              "key",
              "certificate",
              "password",
              "trust",
              "address",
              "bin",
              "trade_point",
              "device",
              "unreachable",
              "credentials_refused",
              "device_off",
              "trade_point_off"),
          "settings.contract.kaspi-pay.refused.");

  /** How a value is given. */
  public enum Kind {
    TEXT,
    /** Typed unseen. */
    SECRET,
    /** One of a few words; what other inputs apply may hang on it. */
    CHOICE,
    /** A file's content as it is, in Base64. */
    BINARY_FILE,
    /** A file's text. */
    TEXT_FILE
  }

  /** The input on whose word others hang. */
  public Optional<Input> choice() {
    return inputs.stream().filter(it -> it.kind() == Kind.CHOICE).findFirst();
  }

  /** Whether an input applies, given what has been given so far, by name. */
  public boolean applies(Input input, Map<String, String> given) {
    return input.only().isEmpty()
        || choice().map(it -> given.get(it.name())).filter(input.only()::contains).isPresent();
  }

  /**
   * One value.
   *
   * @param name as the engine takes it
   * @param mandatory whether nothing can be done without it, where it applies
   * @param words what can be chosen
   * @param only the words of the choice with which it applies; empty for all
   */
  public record Input(
      String name, Kind kind, boolean mandatory, List<String> words, Set<String> only) {

    static Input open(String name) {
      return new Input(name, Kind.TEXT, true, List.of(), Set.of());
    }

    static Input secret(String name) {
      return new Input(name, Kind.SECRET, true, List.of(), Set.of());
    }

    Input optional() {
      return new Input(name, kind, false, words, only);
    }

    Input only(String... with) {
      return new Input(name, kind, mandatory, words, Set.of(with));
    }

    /** Whether nobody may see it, and it is forgotten when the screen goes. */
    public boolean isSecret() {
      return kind == Kind.SECRET || kind == Kind.BINARY_FILE;
    }
  }
}
