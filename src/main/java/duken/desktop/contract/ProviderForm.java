package duken.desktop.contract;

import java.util.List;

/**
 * What has to be typed to connect a shop to a provider.
 *
 * @param provider its short name; texts are found below {@code settings.contract.} and it
 */
public record ProviderForm(String provider, List<Input> inputs) {

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
              Input.open("KASPI_OAUTH_URL").optional()));

  /**
   * One value.
   *
   * @param name as the engine takes it
   * @param secret whether it is typed unseen
   * @param mandatory whether nothing can be done without it
   */
  public record Input(String name, boolean secret, boolean mandatory) {

    static Input open(String name) {
      return new Input(name, false, true);
    }

    static Input secret(String name) {
      return new Input(name, true, true);
    }

    Input optional() {
      return new Input(name, secret, false);
    }
  }
}
