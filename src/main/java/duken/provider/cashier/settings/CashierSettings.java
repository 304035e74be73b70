package duken.provider.cashier.settings;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    Reader in = new Reader(source);
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

  /** Reads one setting at a time and names it when it is wrong. */
  private record Reader(Function<String, Optional<String>> source) {

    /** Only what never leaves this computer may go without TLS. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    String text(String name) {
      CashierSetting line = CashierSetting.named(name);
      String value = source.apply(line.key()).map(String::trim).orElse(line.initial());
      if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
        throw wrong(name);
      }
      return value;
    }

    String url(String name) {
      String value = text(name);
      try {
        URI uri = URI.create(value);
        boolean here = HERE.contains(String.valueOf(uri.getHost()));
        boolean web = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here);
        if (web && uri.getHost() != null && uri.getQuery() == null && !value.endsWith("/")) {
          return value;
        }
      } catch (IllegalArgumentException _) {
        throw wrong(name);
      }
      throw wrong(name);
    }

    String path(String name) {
      String value = text(name);
      if (!value.matches("(/[A-Za-z0-9._~-]+)+")) {
        throw wrong(name);
      }
      return value;
    }

    boolean flag(String name) {
      return switch (text(name)) {
        case "true" -> true;
        case "false" -> false;
        default -> throw wrong(name);
      };
    }

    int number(String name, int least, int most) {
      try {
        int value = Integer.parseInt(text(name));
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException _) {
        throw wrong(name);
      }
      throw wrong(name);
    }

    Duration seconds(String name, int least, int most) {
      return Duration.ofSeconds(number(name, least, most));
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
      String value = text(name).toUpperCase(Locale.ROOT).replace('-', '_');
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equals(value))
          .findFirst()
          .orElseThrow(() -> wrong(name));
    }

    List<String> list(String name) {
      List<String> names = List.of(text(name).split(",", -1));
      if (names.contains("")
          || !names.contains("url")
          || names.size() != Set.copyOf(names).size()) {
        throw wrong(name);
      }
      return names;
    }

    Set<Integer> codes(String name) {
      try {
        return Arrays.stream(text(name).split(","))
            .map(String::trim)
            .map(Integer::valueOf)
            .collect(Collectors.toUnmodifiableSet());
      } catch (NumberFormatException _) {
        throw wrong(name);
      }
    }

    Set<String> words(String name) {
      CashierSetting line = CashierSetting.named(name);
      Set<String> words =
          Arrays.stream(source.apply(line.key()).orElse(line.initial()).split("\\|"))
              .map(text -> text.strip().toLowerCase(Locale.ROOT))
              .filter(text -> !text.isEmpty())
              .collect(Collectors.toUnmodifiableSet());
      if (words.stream().anyMatch(text -> text.length() < 4)) {
        throw wrong(name);
      }
      return words;
    }

    ZoneId zone(String name) {
      try {
        return ZoneId.of(text(name));
      } catch (DateTimeException _) {
        throw wrong(name);
      }
    }

    Device device() {
      return new Device(
          new CashierSettings.App(text("app-version"), text("app-build"), text("network-library")),
          text("platform"),
          text("platform-version"),
          text("brand"),
          text("model"),
          text("device-name"),
          new CashierSettings.DisplaySize(text("screen-width"), text("screen-height")),
          text("locale"));
    }

    private static IllegalArgumentException wrong(String name) {
      CashierSetting line = CashierSetting.named(name);
      return new IllegalArgumentException(line.key() + " must be " + line.allowed());
    }
  }
}
