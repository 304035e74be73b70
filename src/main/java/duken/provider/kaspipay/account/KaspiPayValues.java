package duken.provider.kaspipay.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/** Reads what was typed to connect a shop: options by their names, files as their content. */
public final class KaspiPayValues {

  private final Map<String, String> values;

  public KaspiPayValues(Map<String, String> values) {
    this.values = values;
  }

  /** What was typed cannot be. */
  public static final class Unfit extends Exception {

    private static final long serialVersionUID = 1;

    /** Lower-snake word that names the culprit, {@code address}. */
    private final String culprit;

    Unfit(String culprit, String message) {
      super(message);
      this.culprit = culprit;
    }

    /** Lower-snake word that names the culprit, {@code address}. */
    public String culprit() {
      return culprit;
    }
  }

  /**
   * The contract that the values describe, not yet at a trade point and not registered.
   *
   * @param device the cash desk's name when none was typed
   * @throws Unfit naming what cannot be
   */
  public KaspiPayAccount account(String device) throws Unfit {
    Scheme scheme =
        Scheme.of(value("scheme", ""))
            .orElseThrow(() -> new Unfit("scheme", "The scheme is r1, r2 or r3."));
    String key = value("api-key", null);
    String certificate = value("certificate", null);
    if (scheme == Scheme.R1 && key == null) {
      throw new Unfit("key", "Scheme r1 needs the API key that the bank gave.");
    }
    if (scheme.hasCertificate() && certificate == null && !isPlain(base())) {
      throw new Unfit(
          "certificate",
          "Scheme " + scheme.wire() + " needs the certificate that the bank gave, as PKCS#12.");
    }
    String bin = value("bin", null);
    if (scheme.namesOrganization() && (bin == null || !bin.matches("[0-9]{12}"))) {
      throw new Unfit("bin", "Scheme r3 needs the BIN of the organisation: twelve digits.");
    }
    String name = value("device", device);
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new Unfit("device", "A device's name has Latin letters, digits, - and _ only.");
    }
    return new KaspiPayAccount(
        scheme,
        base(),
        new KaspiPayAccount.Credentials(
            key,
            scheme.hasCertificate() ? certificate : null,
            scheme.hasCertificate() ? raw("password") : null,
            value("trust", null),
            null),
        scheme.namesOrganization() ? bin : null,
        new KaspiPayAccount.Point(0, null),
        new KaspiPayAccount.Desk(name, null));
  }

  /**
   * The trade point that was asked for, or null.
   *
   * @throws Unfit when it is no number
   */
  public Long tradePoint() throws Unfit {
    String text = value("trade-point", null);
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new Unfit("trade_point", "A trade point is named by its number.");
    }
    return Long.valueOf(text);
  }

  private URI base() throws Unfit {
    String text = value("url", "").replaceFirst("/+$", "").replaceFirst("(?<=/r[123])$", "/v01");
    try {
      URI base = new URI(text);
      boolean whole =
          base.getHost() != null
              && base.getUserInfo() == null
              && base.getQuery() == null
              && base.getFragment() == null
              && ("https".equals(base.getScheme()) || isPlain(base));
      if (whole) {
        return base;
      }
    } catch (URISyntaxException _) {
      // Said below.
    }
    throw new Unfit(
        "address",
        "The address is https://… up to /v01, as the bank's letter gives it; plain http is for"
            + " 127.0.0.1 and [::1] only.");
  }

  private static boolean isPlain(URI base) {
    String host = base.getHost() == null ? "" : base.getHost().toLowerCase(Locale.ROOT);
    return "http".equals(base.getScheme())
        && (host.matches("127(\\.[0-9]{1,3}){3}") || host.equals("[::1]"));
  }

  private String value(String name, String otherwise) {
    String value = values.get(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  private String raw(String name) {
    return values.getOrDefault(name, "");
  }
}
