package duken.client;

import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * Where an engine listens. On this computer plain {@code http} will do; an engine elsewhere needs
 * {@code https}, because the key and every payer's phone go over that wire (design, section 7).
 */
public final class EngineAddress {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1");

  private final HttpUrl base;

  private EngineAddress(HttpUrl base) {
    this.base = base;
  }

  /**
   * Reads an address as a person types it, {@code http://127.0.0.1:3000} or {@code
   * https://till.example.kz/duken/}.
   *
   * @throws Unusable when it is none, or leads out of this computer without TLS
   */
  public static EngineAddress parse(String text) {
    EngineAddress address = ofThisComputer(text.strip());
    if (!address.base.isHttps() && !address.isLoopback()) {
      throw new Unusable(
          Fault.TLS_NEEDED,
          "the engine at "
              + address.base.host()
              + " is not on this computer, so its address must begin with https://");
    }
    return address;
  }

  /**
   * An address that an engine of this computer gave of itself. What is sent there never leaves the
   * computer, so it needs no TLS, also where the engine listens for a proxy on another address than
   * loopback.
   *
   * @throws Unusable when it is none
   */
  public static EngineAddress ofThisComputer(String text) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null
        || !url.username().isEmpty()
        || !url.password().isEmpty()
        || url.query() != null
        || url.fragment() != null) {
      throw new Unusable(
          Fault.FORM, "an engine's address looks like http://127.0.0.1:3000 or https://host");
    }
    return new EngineAddress(url);
  }

  public boolean isLoopback() {
    return LOOPBACK.matcher(base.host().toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * @param path with a leading slash and without a query, {@code /desk/v1/state}
   */
  HttpUrl.Builder below(String path) {
    HttpUrl.Builder builder = base.newBuilder();
    if (base.pathSegments().getLast().isEmpty()) {
      builder.removePathSegment(base.pathSize() - 1);
    }
    return builder.addEncodedPathSegments(path.substring(1));
  }

  /** Host and port, for sentences and the log. */
  @Override
  public String toString() {
    return base.host() + ":" + base.port();
  }

  public enum Fault {
    /** It is no web address, or has more in it than one needs. */
    FORM,
    /** It leads to another computer without encryption. */
    TLS_NEEDED
  }

  /** An address that cannot be used; the message is a sentence for the command line. */
  public static final class Unusable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    private Unusable(Fault fault, String message) {
      super(message);
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }
}
