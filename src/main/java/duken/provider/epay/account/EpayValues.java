package duken.provider.epay.account;

import duken.provider.epay.account.EpayAccount.LinkAccess;
import duken.security.AddressBlock;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings a terminal is connected with, by the names of the ePay sheet, section 1.
 *
 * @param values by name; a blank one counts as missing
 */
public record EpayValues(Map<String, String> values) {

  /** Every name there is. */
  public static final List<String> NAMES =
      List.of(
          "KASPI_CLIENT_ID",
          "KASPI_CLIENT_SECRET",
          "KASPI_TERMINAL_ID",
          "KASPI_WEBHOOK_SECRET",
          "KASPI_API_BASE_URL",
          "KASPI_OAUTH_URL",
          "KASPI_CALLBACK_BASE_URL",
          "KASPI_CALLBACK_ALLOWED_IPS",
          "KASPI_CALLBACK_BEARER",
          "KASPI_INVOICE_SHOP_ID",
          "KASPI_INVOICE_USERNAME",
          "KASPI_INVOICE_PASSWORD");

  private static final List<String> MANDATORY =
      List.of(
          "KASPI_CLIENT_ID",
          "KASPI_CLIENT_SECRET",
          "KASPI_TERMINAL_ID",
          "KASPI_API_BASE_URL",
          "KASPI_CALLBACK_BASE_URL");

  private static final int LONGEST = 4_000;

  public EpayValues {
    values = Map.copyOf(values);
  }

  /** What is wrong with the settings, in words that name no value. */
  public static final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<String> names;

    Unfit(List<String> names, String message) {
      super(message);
      this.names = List.copyOf(names);
    }

    /** The settings that are missing or not allowed. */
    public List<String> names() {
      return names;
    }
  }

  /**
   * The account these make.
   *
   * @param reference stands for the shop in callback addresses
   * @param hashKey of the secret hashes
   * @throws Unfit when one is missing or not allowed
   */
  public EpayAccount account(String reference, String hashKey) {
    checkPresent();
    URI api = url("KASPI_API_BASE_URL");
    return new EpayAccount(
        of("KASPI_CLIENT_ID"),
        of("KASPI_CLIENT_SECRET"),
        of("KASPI_TERMINAL_ID"),
        api,
        of("KASPI_OAUTH_URL") == null ? oauthOf(api) : url("KASPI_OAUTH_URL"),
        new EpayAccount.Callbacks(
            url("KASPI_CALLBACK_BASE_URL"),
            of("KASPI_WEBHOOK_SECRET"),
            of("KASPI_CALLBACK_BEARER"),
            allowed(),
            reference,
            hashKey),
        link());
  }

  /**
   * Whether they make an account.
   *
   * @throws Unfit when one is missing or not allowed
   */
  public void check() {
    account("", "");
  }

  private void checkPresent() {
    List<String> missing =
        new ArrayList<>(MANDATORY.stream().filter(name -> of(name) == null).toList());
    boolean strong = of("KASPI_WEBHOOK_SECRET") != null || of("KASPI_CALLBACK_BEARER") != null;
    if (!strong) {
      missing.addAll(List.of("KASPI_WEBHOOK_SECRET", "KASPI_CALLBACK_BEARER"));
    }
    if (missing.isEmpty()) {
      return;
    }
    String names = String.join(", ", missing);
    throw new Unfit(
        missing,
        strong
            ? "missing: " + names
            : "missing: "
                + names
                + " (of the last two one is enough; without either nobody could tell a real"
                + " callback from a forged one)");
  }

  private List<AddressBlock> allowed() {
    String text = of("KASPI_CALLBACK_ALLOWED_IPS");
    try {
      return text == null ? List.of() : AddressBlock.list(text);
    } catch (IllegalArgumentException _) {
      throw unfit("KASPI_CALLBACK_ALLOWED_IPS", "addresses or ranges with commas between them");
    }
  }

  private LinkAccess link() {
    String shop = of("KASPI_INVOICE_SHOP_ID");
    String user = of("KASPI_INVOICE_USERNAME");
    String password = of("KASPI_INVOICE_PASSWORD");
    List<String> missing =
        NAMES.stream()
            .filter(name -> name.startsWith("KASPI_INVOICE_") && of(name) == null)
            .toList();
    if (missing.size() == 3) {
      return null;
    }
    if (!missing.isEmpty()) {
      throw new Unfit(missing, "missing for pay links: " + String.join(", ", missing));
    }
    return new LinkAccess(shop, user, password);
  }

  private URI url(String name) {
    String text = of(name).replaceAll("/+$", "");
    try {
      URI url = new URI(text);
      boolean secure = "https".equals(url.getScheme());
      boolean fit =
          url.getHost() != null
              && url.getUserInfo() == null
              && url.getQuery() == null
              && url.getFragment() == null
              && (secure || ("http".equals(url.getScheme()) && isLoopback(url.getHost())));
      if (fit) {
        return url;
      }
    } catch (URISyntaxException _) {
      // Said below: the text itself may be a secret in the wrong place.
    }
    throw unfit(name, "an https address; http for this computer only");
  }

  /** The token's address of the known hosts; elsewhere it is below the base. */
  private static URI oauthOf(URI api) {
    String host = api.getHost();
    if (host.equals("testepay.homebank.kz")) {
      return URI.create("https://testoauth.homebank.kz/epay2/oauth2/token");
    }
    return host.contains("epay-api.")
        ? URI.create(
            api.getScheme() + "://" + host.replace("epay-api.", "epay-oauth.") + "/oauth2/token")
        : URI.create(api + "/oauth2/token");
  }

  private static boolean isLoopback(String host) {
    try {
      String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      return host.equals("localhost") || InetAddress.ofLiteral(bare).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Unfit unfit(String name, String allowed) {
    return new Unfit(List.of(name), name + " is not allowed; allowed is " + allowed);
  }

  private String of(String name) {
    String value = values.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return null;
    }
    boolean plain = value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
    if (!plain) {
      throw unfit(name, "a text of one line");
    }
    return value;
  }

  @Override
  public String toString() {
    return "EpayValues[]";
  }
}
