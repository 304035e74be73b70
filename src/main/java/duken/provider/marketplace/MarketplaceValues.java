package duken.provider.marketplace;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings a shop is connected with, by the names of the marketplace sheet, section 1.
 *
 * @param values by name; a blank one counts as missing
 */
public record MarketplaceValues(Map<String, String> values) {

  /** The secret. */
  public static final String TOKEN = "KASPI_MERCHANT_TOKEN";

  /** Where the API is. */
  public static final String BASE = "KASPI_MERCHANT_BASE_URL";

  /** The number of the shop. */
  public static final String UID = "KASPI_MERCHANT_UID";

  /** Every name there is. */
  public static final List<String> NAMES = List.of(TOKEN, BASE, UID);

  private static final String USUAL_BASE = "https://kaspi.kz/shop/api/v2";
  private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

  public MarketplaceValues {
    values = Map.copyOf(values);
  }

  /** What is wrong, in words that hold no value. */
  public static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    Unfit(String name, String message) {
      super(message);
      this.name = name;
    }

    public String name() {
      return name;
    }
  }

  /**
   * The account these make.
   *
   * @throws Unfit when one is missing or cannot be
   */
  public MarketplaceAccount account() {
    String token = of(TOKEN);
    if (token == null) {
      throw new Unfit(TOKEN, "missing: " + TOKEN);
    }
    if (!token.matches("[\\x21-\\x7e]{1,500}")) {
      throw new Unfit(TOKEN, TOKEN + " is no token: it has blanks or other letters");
    }
    String shop = of(UID);
    if (shop != null && !shop.matches("[A-Za-z0-9_.-]{1,64}")) {
      throw new Unfit(UID, UID + " is the number of the shop: letters and digits");
    }
    return new MarketplaceAccount(base(), token, shop);
  }

  private URI base() {
    String text = of(BASE) == null ? USUAL_BASE : of(BASE).replaceAll("/+$", "");
    try {
      URI url = URI.create(text);
      boolean safe =
          "https".equals(url.getScheme())
              || ("http".equals(url.getScheme()) && THIS_COMPUTER.contains(url.getHost()));
      if (safe
          && url.getHost() != null
          && url.getUserInfo() == null
          && url.getQuery() == null
          && url.getFragment() == null) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw new Unfit(BASE, BASE + " must be an https address (http on this computer only)");
  }

  private String of(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
