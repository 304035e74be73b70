package duken.app.folder;

import duken.app.updates.UpdateAddress;
import duken.provider.cashier.settings.CashierSetting;
import duken.provider.epay.account.EpayLine;
import duken.provider.epay.account.EpayValues;
import duken.provider.kaspipay.account.KaspiPayLine;
import duken.provider.marketplace.MarketplaceValues;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One line of {@code duken.properties}, and how its value is read.
 *
 * @param key as in the file; the environment's name follows from it
 * @param initial what holds when nothing is set
 * @param comment for the file, one line
 * @param allowed in words, for whoever set something else
 * @param read gives the value, or empty when the text is not allowed
 */
public record Setting<T>(
    String key,
    String initial,
    String comment,
    String allowed,
    Function<String, Optional<T>> read) {

  private static final int HIGHEST_PORT = 65_535;

  public static final Setting<Integer> PORT =
      number("port", 3000, 0, HIGHEST_PORT, "Port of the engine here; 0 takes a free one.");

  public static final Setting<String> BIND =
      text(
          "bind",
          "127.0.0.1",
          "Address the engine listens on. Anything but this computer also needs remote-access.",
          "a name or address of this computer");

  public static final Setting<Boolean> REMOTE_ACCESS =
      new Setting<>(
          "remote-access",
          "off",
          "Set to behind-tls-proxy when a proxy with TLS stands before an engine that others"
              + " reach.",
          "off or behind-tls-proxy",
          text ->
              switch (text) {
                case "off" -> Optional.of(false);
                case "behind-tls-proxy" -> Optional.of(true);
                default -> Optional.empty();
              });

  public static final Setting<List<String>> ALLOWED_HOSTS =
      new Setting<>(
          "allowed-hosts",
          "",
          "More names this engine may be called by, with commas: duken.shop.example.",
          "host names with commas between them",
          text -> {
            List<String> names =
                Stream.of(text.split(",", -1))
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .filter(name -> !name.isEmpty())
                    .toList();
            return Optional.of(names)
                .filter(all -> all.stream().allMatch(name -> name.matches("[\\[\\]a-z0-9._:-]+")));
          });

  public static final Setting<Optional<URI>> PUBLIC_URL =
      new Setting<>(
          "public-url",
          "",
          "Base of pay links and QR texts, when customers reach this engine by another address.",
          "an http or https address without a path, https://pay.shop.example",
          BaseUrl::read);

  public static final Setting<String> DATABASE_URL =
      new Setting<>(
          "database.url",
          "",
          "Database for many desks; empty for the file in this folder.",
          "empty, or jdbc:postgresql://host/name",
          text ->
              Optional.of(text).filter(url -> url.isEmpty() || url.startsWith("jdbc:postgresql:")));

  public static final Setting<String> DATABASE_USER =
      text("database.user", "", "Its user.", "a name of a user");

  public static final Setting<String> DATABASE_PASSWORD =
      text("database.password", "", "Better given as DUKEN_DATABASE_PASSWORD.", "a password");

  public static final Setting<Integer> RATE_LIMIT =
      number(
          "rate-limit.per-minute",
          60,
          1,
          1_000_000,
          "How many calls of /api/v1 a shop may make in a minute.");

  public static final Setting<Integer> QR_MINUTES =
      number("invoice.qr-minutes", 20, 1, 20, "How many minutes a QR invoice may be paid.");

  public static final Setting<Boolean> ERROR_MIRRORS =
      flag(
          "errors.mirrors", true, "Repeat errors and paging at the top level, for apipay clients.");

  public static final Setting<Boolean> PARKED_RETRIES =
      flag(
          "webhook.parked-retries",
          true,
          "Go on trying, ever more rarely, after the third failed attempt of a webhook.");

  public static final Setting<Integer> KEEP_DELIVERIES =
      days("retention.webhook-days", 30, "How long delivered webhooks are kept with their bodies.");

  public static final Setting<Integer> KEEP_HISTORIES =
      days(
          "retention.history-days",
          400,
          "How long it is kept what happened to closed invoices; the invoices themselves stay.");

  public static final Setting<Integer> KEEP_WORDS =
      days("retention.search-days", 400, "How long invoices are found by words of a search.");

  public static final Setting<Integer> KEEP_PRACTICE =
      days("retention.practice-days", 7, "How long the practice bank remembers what is over.");

  public static final Setting<Integer> KEEP_BUYERS =
      days("retention.buyer-days", 90, "How long buyers' names and phones from kaspi.kz are kept.");

  public static final Setting<Integer> KEEP_PERSONAL =
      days("retention.personal-days", 90, "How long customers' names and phones are kept.");

  public static final Setting<URI> TELEGRAM =
      OwnerSetting.telegram("notices.telegram-url", "https://api.telegram.org");

  public static final Setting<Boolean> LIVE_LOOPBACK =
      flag(
          "webhook.live-loopback",
          true,
          "Webhooks of real payments may go to a program on this computer.");

  public static final Setting<Boolean> PRIVATE_NETWORK =
      flag(
          "webhook.private-network",
          false,
          "Webhooks may go to other computers of the shop's own network.");

  public static final Setting<Boolean> UPDATES =
      flag(
          "updates.enabled",
          true,
          "Ask once a day whether there is a newer version; nothing is fetched or installed by"
              + " it.");

  public static final Setting<URI> UPDATES_ADDRESS =
      new Setting<>(
          "updates.address",
          "https://updates.duken.example/latest.json",
          "Where that is asked; what lies there has to be signed with the key in the program.",
          "an https address, or http on this computer",
          UpdateAddress::read);

  public static final Setting<Boolean> WARM_UP =
      flag(
          "warm-up", true, "Begin with a rehearsal, so that the first sale is as quick as others.");

  static final Setting<String> LOG_LEVEL =
      new Setting<>(
          "log.level",
          "info",
          "How much is logged.",
          "error, warn, info or debug",
          text ->
              Optional.of(text.toUpperCase(Locale.ROOT))
                  .filter(List.of("ERROR", "WARN", "INFO", "DEBUG")::contains));

  /** What may change at the bank; read as a whole by {@link Settings#cashier}. */
  private static final List<Setting<String>> CASHIER =
      CashierSetting.ALL.stream()
          .map(line -> text(line.key(), line.initial(), line.comment(), line.allowed()))
          .toList();

  /** What the documents of ePay leave open; read as a whole by {@link Settings#epay}. */
  private static final List<Setting<String>> EPAY =
      EpayLine.ALL.stream()
          .map(line -> text(line.key(), line.initial(), line.comment(), line.allowed()))
          .toList();

  /** What the guide of Kaspi Pay leaves open; read as a whole by {@link Settings#kaspiPay}. */
  private static final List<Setting<String>> KASPI_PAY =
      KaspiPayLine.ALL.stream()
          .map(line -> text(line.key(), line.initial(), line.comment(), line.allowed()))
          .toList();

  /** What {@code duken connect epay} takes from here; the names are those of the bank's sheet. */
  private static final List<Setting<String>> KASPI =
      Stream.concat(
              EpayValues.NAMES.stream().map(name -> kaspi(name, "epay")),
              MarketplaceValues.NAMES.stream().map(name -> kaspi(name, "marketplace")))
          .toList();

  public static final Setting<Boolean> SMART_POS_OWN_SLIP =
      flag(
          "smart-pos.own-cheque",
          false,
          "Whether the till prints the slip of a Smart POS payment and the terminal does not.");

  /** In the order of the file. */
  static final List<Setting<?>> ALL =
      with(
          Stream.of(CASHIER, KASPI_PAY, EPAY, KASPI).flatMap(List::stream).toList(),
          PORT,
          BIND,
          REMOTE_ACCESS,
          ALLOWED_HOSTS,
          PUBLIC_URL,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          RATE_LIMIT,
          QR_MINUTES,
          ERROR_MIRRORS,
          PARKED_RETRIES,
          SMART_POS_OWN_SLIP,
          KEEP_DELIVERIES,
          KEEP_HISTORIES,
          KEEP_WORDS,
          KEEP_PRACTICE,
          KEEP_BUYERS,
          KEEP_PERSONAL,
          TELEGRAM,
          LIVE_LOOPBACK,
          PRIVATE_NETWORK,
          UPDATES,
          UPDATES_ADDRESS,
          WARM_UP,
          LOG_LEVEL);

  /**
   * {@code rate-limit.per-minute} is {@code DUKEN_RATE_LIMIT_PER_MINUTE}; the names of the ePay
   * sheet stay as they are.
   */
  String variable() {
    return key.startsWith("KASPI_")
        ? key
        : "DUKEN_" + key.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static List<Setting<?>> with(List<Setting<String>> last, Setting<?>... first) {
    return Stream.concat(Stream.of(first), last.stream()).toList();
  }

  private static Setting<String> kaspi(String name, String command) {
    return text(name, "", "For connect " + command + "; may be deleted.", "what the bank gave");
  }

  private static Setting<Integer> days(String key, int initial, String comment) {
    return number(key, initial, 1, 36_500, comment);
  }

  private static Setting<Integer> number(
      String key, int initial, int least, int most, String comment) {
    return new Setting<>(
        key,
        String.valueOf(initial),
        comment,
        "a whole number from " + least + " to " + most,
        text -> {
          try {
            return Optional.of(Integer.parseInt(text)).filter(it -> it >= least && it <= most);
          } catch (NumberFormatException _) {
            return Optional.empty();
          }
        });
  }

  private static Setting<Boolean> flag(String key, boolean initial, String comment) {
    return new Setting<>(
        key,
        initial ? "yes" : "no",
        comment,
        "yes or no",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "yes", "true", "on" -> Optional.of(true);
              case "no", "false", "off" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  private static Setting<String> text(String key, String initial, String comment, String allowed) {
    return new Setting<>(key, initial, comment, allowed, Optional::of);
  }
}
