package duken.provider.cashier;

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
 * @param entranceUrl without a slash at the end
 * @param profile of every signature
 * @param phoneForm how payment calls write a phone
 * @param deadCodes business codes that mean "sign in again"
 * @param macCodes business codes that mean "the MAC does not fit"
 * @param notFoundCodes business codes that mean "no such operation"
 * @param refresh whether the undocumented refresh call is tried before asking for an SMS code
 * @param parallelCalls per cashier session
 */
public record CashierSettings(
    String entranceUrl,
    String mtokenUrl,
    String qrpayUrl,
    Device device,
    ZoneId zone,
    String zoneHeader,
    String clientIp,
    String xs,
    boolean newPayConnection,
    SignatureProfile profile,
    HeaderLists lists,
    PhoneForm phoneForm,
    String qrPrefix,
    String payPrefix,
    Set<Integer> deadCodes,
    Set<Integer> macCodes,
    Set<Integer> notFoundCodes,
    boolean refresh,
    Duration connectTimeout,
    Duration callTimeout,
    Duration smsPause,
    Duration signInLife,
    int parallelCalls) {

  /** The telephone the bank believes to talk to. */
  public record Device(
      String appVersion,
      String appBuild,
      String platform,
      String platformVersion,
      String brand,
      String model,
      String name,
      String screenWidth,
      String screenHeight,
      String networkLibrary,
      String locale) {

    /** {@code User-Agent} of the application itself (section 1). */
    String nativeAgent() {
      return "Kaspi%20Pay/" + appBuild + " " + networkLibrary;
    }

    /** {@code User-Agent} of the sign-in pages (section 1). */
    String browserAgent() {
      return "Mozilla/5.0 (iPhone; CPU iPhone OS "
          + platformVersion.replaceFirst("\\.", "_")
          + " like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
    }
  }

  /** Which headers a signature covers, in order (section 4). */
  public record HeaderLists(
      List<String> finish,
      List<String> mtokenFresh,
      List<String> mtokenKnown,
      List<String> qrpayXs1,
      List<String> qrpayXs2) {

    List<String> qrpay(SignatureProfile profile) {
      return profile == SignatureProfile.XS1 ? qrpayXs1 : qrpayXs2;
    }
  }

  /** How payment calls write a phone number (section 6). */
  public enum PhoneForm {
    SEVEN_ELEVEN,
    TEN,
    EIGHT_ELEVEN
  }

  private static final String FINISH =
      "url,X-Time-Zone,X-Request-ID,X-Net-Type,X-Emulator,X-Call,X-Platform-Type,X-Locale,X-Time,"
          + "X-SV";
  private static final String MTOKEN_FRESH =
      "url,X-Kb-Client-Ip,X-Time,X-App-Ver,X-SV,X-Locale,X-App-Bld,X-Install-ID,X-Kb-TokenSn,X-S,"
          + "X-Kb-TokenSnMac,X-Call";
  private static final String MTOKEN_KNOWN =
      "url,X-Kb-Client-Ip,X-App-Bld,X-S,X-Kb-TokenSn,X-Time,X-App-Ver,X-Kb-TokenSnMac,X-Call,X-PI,"
          + "X-Install-ID,X-Locale,X-SV";
  private static final String QRPAY_XS1 =
      "url,X-Request-ID,X-Device-ID,X-Platform-Ver,X-App-Bld,X-Time,X-Kb-TokenSn,X-App-Ver,"
          + "X-Kb-TokenSnMac,X-Call,X-PI,X-Install-ID,X-Platform-Type,X-Locale,X-SV";
  private static final String QRPAY_XS2 =
      "url,X-Install-ID,X-PI,X-App-Bld,X-Platform-Ver,X-Locale,X-App-Ver,X-Device-ID,X-SV,X-Time,"
          + "X-Platform-Type,X-Call,X-Kb-TokenSnMac,X-Kb-TokenSn";

  /** The sheet's defaults. */
  public static CashierSettings defaults() {
    return from(name -> Optional.empty());
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
        in.url("entrance-url", "https://entrance-pay.kaspi.kz"),
        in.url("mtoken-url", "https://mtoken.kaspi.kz"),
        in.url("qrpay-url", "https://qrpay.kaspi.kz"),
        in.device(),
        in.zone("time-zone", "Asia/Almaty"),
        in.text("time-zone-header", "GMT+05:00"),
        in.text("client-ip", ""),
        in.text("xs", "R:0|E:0|RH:0|N:0"),
        in.flag("new-pay-connection", false),
        in.choice("signature-profile", SignatureProfile.XS2, SignatureProfile.class),
        new HeaderLists(
            in.list("headers.finish", FINISH),
            in.list("headers.mtoken", MTOKEN_FRESH),
            in.list("headers.mtoken-profile", MTOKEN_KNOWN),
            in.list("headers.qrpay-xs1", QRPAY_XS1),
            in.list("headers.qrpay-xs2", QRPAY_XS2)),
        in.choice("phone-form", PhoneForm.SEVEN_ELEVEN, PhoneForm.class),
        in.text("qr-prefix", "https://qr.kaspi.kz/"),
        in.text("pay-prefix", "https://pay.kaspi.kz/pay/"),
        in.codes("session-dead-codes", "-101001"),
        in.codes("bad-mac-codes", "-10001"),
        in.codes("not-found-codes", "-99000001"),
        in.flag("refresh", false),
        in.seconds("connect-timeout-seconds", 5, 1, 60),
        in.seconds("call-timeout-seconds", 15, 1, 120),
        in.seconds("sms-pause-seconds", 60, 60, 3600),
        in.seconds("sign-in-seconds", 600, 60, 3600),
        in.number("parallel-calls", 4, 1, 16));
  }

  /** Reads one setting at a time and names it when it is wrong. */
  private record Reader(Function<String, Optional<String>> source) {

    String text(String name, String fallback) {
      String value = source.apply("cashier." + name).map(String::trim).orElse(fallback);
      if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
        throw wrong(name, "plain ASCII text");
      }
      return value;
    }

    String url(String name, String fallback) {
      String value = text(name, fallback);
      try {
        URI uri = URI.create(value);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (web && uri.getHost() != null && uri.getQuery() == null && !value.endsWith("/")) {
          return value;
        }
      } catch (IllegalArgumentException _) {
        throw wrong(name, "a web address without a slash at the end");
      }
      throw wrong(name, "a web address without a slash at the end");
    }

    boolean flag(String name, boolean fallback) {
      return switch (text(name, Boolean.toString(fallback))) {
        case "true" -> true;
        case "false" -> false;
        default -> throw wrong(name, "true or false");
      };
    }

    int number(String name, int fallback, int least, int most) {
      try {
        int value = Integer.parseInt(text(name, Integer.toString(fallback)));
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException _) {
        throw wrong(name, "a whole number from " + least + " to " + most);
      }
      throw wrong(name, "a whole number from " + least + " to " + most);
    }

    Duration seconds(String name, int fallback, int least, int most) {
      return Duration.ofSeconds(number(name, fallback, least, most));
    }

    <E extends Enum<E>> E choice(String name, E fallback, Class<E> type) {
      String value = text(name, fallback.name()).toUpperCase(Locale.ROOT).replace('-', '_');
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equals(value))
          .findFirst()
          .orElseThrow(() -> wrong(name, "one of " + Arrays.toString(type.getEnumConstants())));
    }

    List<String> list(String name, String fallback) {
      List<String> names = List.of(text(name, fallback).split(",", -1));
      if (names.contains("")
          || !names.contains("url")
          || names.size() != Set.copyOf(names).size()) {
        throw wrong(name, "header names joined by commas, url among them, each once");
      }
      return names;
    }

    Set<Integer> codes(String name, String fallback) {
      try {
        return Arrays.stream(text(name, fallback).split(","))
            .map(String::trim)
            .map(Integer::valueOf)
            .collect(Collectors.toUnmodifiableSet());
      } catch (NumberFormatException _) {
        throw wrong(name, "whole numbers joined by commas");
      }
    }

    ZoneId zone(String name, String fallback) {
      try {
        return ZoneId.of(text(name, fallback));
      } catch (DateTimeException _) {
        throw wrong(name, "a time zone such as Asia/Almaty");
      }
    }

    Device device() {
      return new Device(
          text("app-version", "26.0921"),
          text("app-build", "1115"),
          text("platform", "iOS"),
          text("platform-version", "18.4"),
          text("brand", "Apple"),
          text("model", "iPhone16,2"),
          text("device-name", "iPhone"),
          text("screen-width", "430.0"),
          text("screen-height", "932.0"),
          text("network-library", "CFNetwork/3826.400.120 Darwin/24.4.0"),
          text("locale", "ru-RU"));
    }

    private static IllegalArgumentException wrong(String name, String allowed) {
      return new IllegalArgumentException("cashier." + name + " must be " + allowed);
    }
  }
}
