package duken.provider.cashier.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything the bank may change without notice, each with the sheet's default (cashier sheet,
 * sections 1, 4, 6, 8 and 9).
 *
 * @param phoneForm how payment calls write a phone
 * @param parallelCalls per cashier session
 * @param refresh whether a token that ran out is renewed without an SMS (section 3.6)
 */
public record CashierSettings(
    Addresses addresses,
    Device device,
    Headers headers,
    Signature signature,
    PhoneForm phoneForm,
    Codes codes,
    Times times,
    int parallelCalls,
    boolean refresh) {

  /**
   * Where the bank is.
   *
   * @param entranceUrl without a slash at the end
   * @param refreshPath of that call on mtoken
   */
  public record Addresses(
      String entranceUrl,
      String mtokenUrl,
      String qrpayUrl,
      String refreshPath,
      String qrPrefix,
      String payPrefix) {}

  /** What every call says of the device and its place. */
  public record Headers(
      ZoneId zone, String zoneHeader, String clientIp, String xs, boolean newPayConnection) {}

  /**
   * How calls are signed.
   *
   * @param profile of every signature
   */
  public record Signature(SignatureProfile profile, HeaderLists lists) {}

  /**
   * What the bank's codes and words mean.
   *
   * @param deadCodes business codes that mean "sign in again"
   * @param deadTexts parts of the bank's words that mean the same, in small letters
   * @param oldVersionTexts parts of its words that mean "raise the application's version"
   * @param macCodes business codes that mean "the MAC does not fit"
   * @param notFoundCodes business codes that mean "no such operation"
   */
  public record Codes(
      Set<Integer> deadCodes,
      Set<String> deadTexts,
      Set<String> oldVersionTexts,
      Set<Integer> macCodes,
      Set<Integer> notFoundCodes) {}

  /** How long is waited. */
  public record Times(
      Duration connectTimeout, Duration callTimeout, Duration smsPause, Duration signInLife) {}

  /** The telephone the bank believes to talk to. */
  public record Device(
      App app,
      String platform,
      String platformVersion,
      String brand,
      String model,
      String name,
      DisplaySize screen,
      String locale) {

    /** {@code User-Agent} of the application itself (section 1). */
    public String nativeAgent() {
      return "Kaspi%20Pay/" + app.appBuild() + " " + app.networkLibrary();
    }

    /** {@code User-Agent} of the sign-in pages (section 1). */
    public String browserAgent() {
      return "Mozilla/5.0 (iPhone; CPU iPhone OS "
          + platformVersion.replaceFirst("\\.", "_")
          + " like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
    }
  }

  /** The bank's application. */
  public record App(String appVersion, String appBuild, String networkLibrary) {}

  /** In points. */
  public record DisplaySize(String screenWidth, String screenHeight) {}

  /** Which headers a signature covers, in order (section 4). */
  public record HeaderLists(
      List<String> finish,
      List<String> mtokenFresh,
      List<String> mtokenKnown,
      List<String> qrpayXs1,
      List<String> qrpayXs2) {

    public List<String> qrpay(SignatureProfile profile) {
      return profile == SignatureProfile.XS1 ? qrpayXs1 : qrpayXs2;
    }
  }

  /** How payment calls write a phone number (section 6). */
  public enum PhoneForm {
    SEVEN_ELEVEN,
    TEN,
    EIGHT_ELEVEN
  }

  /**
   * Reads settings by their names in {@code duken.properties}, {@code cashier.entrance-url} and so
   * on.
   *
   * @throws IllegalArgumentException naming the setting and what is allowed
   */
  public static CashierSettings from(Function<String, Optional<String>> source) {
    CashierSettingReader in = new CashierSettingReader(source);
    return new CashierSettings(
        new CashierSettings.Addresses(
            in.url("entrance-url"),
            in.url("mtoken-url"),
            in.url("qrpay-url"),
            in.path("refresh-path"),
            in.text("qr-prefix"),
            in.text("pay-prefix")),
        in.device(),
        new CashierSettings.Headers(
            in.zone("time-zone"),
            in.text("time-zone-header"),
            in.text("client-ip"),
            in.text("xs"),
            in.flag("new-pay-connection")),
        new CashierSettings.Signature(
            in.choice("signature-profile", SignatureProfile.class),
            new HeaderLists(
                in.list("headers.finish"),
                in.list("headers.mtoken"),
                in.list("headers.mtoken-profile"),
                in.list("headers.qrpay-xs1"),
                in.list("headers.qrpay-xs2"))),
        in.choice("phone-form", PhoneForm.class),
        new CashierSettings.Codes(
            in.codes("session-dead-codes"),
            in.words("session-dead-texts"),
            in.words("old-version-texts"),
            in.codes("bad-mac-codes"),
            in.codes("not-found-codes")),
        new CashierSettings.Times(
            in.seconds("connect-timeout-seconds", 1, 60),
            in.seconds("call-timeout-seconds", 1, 120),
            in.seconds("sms-pause-seconds", 60, 3600),
            in.seconds("sign-in-seconds", 60, 3600)),
        in.number("parallel-calls", 1, 16),
        in.flag("refresh"));
  }
}
