package duken.provider.cashier.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A line of {@code duken.properties} about this provider, with the sheet's default (cashier sheet,
 * sections 1, 4, 6, 8 and 9).
 *
 * @param name behind {@code cashier.}
 * @param initial what holds when nothing is set
 * @param allowed in words, for whoever set something else
 * @param comment for whoever reads the file
 */
public record CashierSetting(String name, String initial, String allowed, String comment) {

  private static final String URL =
      "an https address without a slash at the end; http for this computer only";
  private static final String TEXT = "plain ASCII text";
  private static final String LIST = "header names joined by commas, url among them, each once";
  private static final String CODES = "whole numbers joined by commas";

  private static final String WORDS = "texts of four letters or more, joined by |";

  private static final String FINISH =
      "url,X-Time-Zone,X-Request-ID,X-Net-Type,X-Emulator,X-Call,"
          + "X-Platform-Type,X-Locale,X-Time,X-SV";

  private static final String MTOKEN =
      "url,X-Kb-Client-Ip,X-Time,X-App-Ver,X-SV,X-Locale,X-App-Bld,"
          + "X-Install-ID,X-Kb-TokenSn,X-S,X-Kb-TokenSnMac,X-Call";

  private static final String MTOKEN_PROFILE =
      "url,X-Kb-Client-Ip,X-App-Bld,X-S,X-Kb-TokenSn,X-Time,X-App-Ver,"
          + "X-Kb-TokenSnMac,X-Call,X-PI,X-Install-ID,X-Locale,X-SV";

  private static final String QRPAY_XS1 =
      "url,X-Request-ID,X-Device-ID,X-Platform-Ver,X-App-Bld,X-Time,"
          + "X-Kb-TokenSn,X-App-Ver,X-Kb-TokenSnMac,X-Call,X-PI,X-Install-ID,"
          + "X-Platform-Type,X-Locale,X-SV";

  private static final String QRPAY_XS2 =
      "url,X-Install-ID,X-PI,X-App-Bld,X-Platform-Ver,X-Locale,X-App-Ver,"
          + "X-Device-ID,X-SV,X-Time,X-Platform-Type,X-Call,X-Kb-TokenSnMac,"
          + "X-Kb-TokenSn";

  /** In the order of the file. */
  public static final List<CashierSetting> ALL =
      List.of(
          line("entrance-url", "https://entrance-pay.kaspi.kz", URL, "Where a cashier signs in."),
          line(
              "mtoken-url",
              "https://mtoken.kaspi.kz",
              URL,
              "Where the bank names the organisation."),
          line("qrpay-url", "https://qrpay.kaspi.kz", URL, "Where payments are made."),
          line(
              "app-version",
              "26.0921",
              TEXT,
              "Version of the bank's application; raise it when the bank says the version is too"
                  + " old."),
          line("app-build", "1115", TEXT, "Its build."),
          line("platform", "iOS", TEXT, "Platform of the cashier's telephone."),
          line("platform-version", "18.4", TEXT, "Its version."),
          line("brand", "Apple", TEXT, "Brand of the telephone."),
          line("model", "iPhone16,2", TEXT, "Its model."),
          line("device-name", "iPhone", TEXT, "Its name."),
          line("screen-width", "430.0", TEXT, "Width of its screen."),
          line("screen-height", "932.0", TEXT, "Height of its screen."),
          line(
              "network-library",
              "CFNetwork/3826.400.120 Darwin/24.4.0",
              TEXT,
              "Network library the application names."),
          line("locale", "ru-RU", TEXT, "Its language."),
          line(
              "time-zone",
              "Asia/Almaty",
              "a time zone such as Asia/Almaty",
              "Zone of the bank's times."),
          line("time-zone-header", "GMT+05:00", TEXT, "The same as the application writes it."),
          line(
              "client-ip",
              "",
              "plain ASCII text, or empty",
              "Address of this computer as the bank is told it; empty for its own in the local"
                  + " network."),
          line("xs", "R:0|E:0|RH:0|N:0", TEXT, "Value of the xs cookie and of X-S."),
          line(
              "new-pay-connection",
              "false",
              "true or false",
              "Whether the cookie new-pay-connection=true is sent."),
          line(
              "signature-profile",
              "XS2",
              "XS1 or XS2",
              "How requests are signed: XS1 until June 2026, XS2 since July 2026."),
          line(
              "headers.finish",
              FINISH,
              LIST,
              "Headers the signature of the sign-in's end covers, in order."),
          line("headers.mtoken", MTOKEN, LIST, "The same on mtoken while no profile is known."),
          line(
              "headers.mtoken-profile", MTOKEN_PROFILE, LIST, "The same on mtoken with a profile."),
          line("headers.qrpay-xs1", QRPAY_XS1, LIST, "The same for payments, profile XS1."),
          line("headers.qrpay-xs2", QRPAY_XS2, LIST, "The same for payments, profile XS2."),
          line(
              "phone-form",
              "SEVEN_ELEVEN",
              "SEVEN_ELEVEN, TEN or EIGHT_ELEVEN",
              "How payment calls write a phone: 7XXXXXXXXXX, XXXXXXXXXX or 8XXXXXXXXXX."),
          line("qr-prefix", "https://qr.kaspi.kz/", TEXT, "Beginning of a QR's link."),
          line(
              "pay-prefix",
              "https://pay.kaspi.kz/pay/",
              TEXT,
              "What takes its place in the link that opens the bank's application."),
          line(
              "session-dead-codes",
              "-101001,-209",
              CODES,
              "The bank's codes that mean: sign in again."),
          line(
              "session-dead-texts",
              "другом устройстве|другого устройства|введите логин|another device|enter the login",
              WORDS,
              "Parts of the bank's words that mean the same."),
          line(
              "old-version-texts",
              "обновите приложение, чтобы|обновите приложение для вход|oldversiontoupdate"
                  + "|update the app",
              WORDS,
              "Parts of the bank's words that mean: the application's version is too old."),
          line(
              "bad-mac-codes",
              "-10001",
              CODES,
              "The bank's codes that mean: the one-time code of a request does not fit."),
          line(
              "not-found-codes",
              "-99000001",
              CODES,
              "The bank's codes that mean: no such operation."),
          line(
              "connect-timeout-seconds",
              "5",
              "a whole number from 1 to 60",
              "How long a connection to the bank may take."),
          line(
              "call-timeout-seconds",
              "15",
              "a whole number from 1 to 120",
              "How long a whole call may take."),
          line(
              "sms-pause-seconds",
              "60",
              "a whole number from 60 to 3600",
              "How long after an SMS the next one may be asked for."),
          line(
              "sign-in-seconds",
              "600",
              "a whole number from 60 to 3600",
              "How long a sign-in waits for its code."),
          line(
              "parallel-calls",
              "4",
              "a whole number from 1 to 16",
              "How many calls of one cashier may be under way at once."),
          line(
              "refresh",
              "false",
              "true or false",
              "Whether a session that the bank ended is bound to this till again once, without an"
                  + " SMS; that may put the cashier's telephone out."),
          line(
              "refresh-path",
              "/v03/auth/sign-in-lite",
              "a path with a slash at its beginning and none at its end",
              "Where on mtoken it is asked for."));

  private static final Map<String, CashierSetting> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(CashierSetting::name, Function.identity()));

  /** As in the file, {@code cashier.entrance-url}. */
  public String key() {
    return "cashier." + name;
  }

  static CashierSetting named(String name) {
    return BY_NAME.get(name);
  }

  private static CashierSetting line(String name, String initial, String allowed, String comment) {
    return new CashierSetting(name, initial, allowed, comment);
  }
}
