package duken.gateway;

import duken.security.ForwardedAddress;
import duken.security.UrlHost;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Settings of the gateway.
 *
 * @param publicUrl what pay links and QR pictures are built on; its host is allowed too
 * @param hosts further names and addresses this server answers to, without ports, beside those of
 *     this computer
 * @param ratePerMinute calls a shop may make in 60 seconds
 * @param mirrors whether the compatibility mirrors are added to answers
 * @param adminKey guards {@code /desk/v1/admin}; null closes it
 * @param version of the program
 * @param patience how long a client may take to send a request, and how long a handler may take
 *     while the server stops
 * @param callbacks how banks may call
 */
public record GatewayOptions(
    URI publicUrl,
    Set<String> hosts,
    int ratePerMinute,
    boolean mirrors,
    String adminKey,
    String version,
    Duration patience,
    Callbacks callbacks) {

  /**
   * How banks may call.
   *
   * @param perMinute from one address
   * @param source finds where a call came from when proxies stand between
   */
  public record Callbacks(int perMinute, ForwardedAddress source) {

    /** 300 a minute, and no proxy is trusted. */
    public static final Callbacks STANDARD = new Callbacks(300, new ForwardedAddress(List.of()));
  }

  /** Options with the usual limits of callbacks. */
  public GatewayOptions(
      URI publicUrl,
      Set<String> hosts,
      int ratePerMinute,
      boolean mirrors,
      String adminKey,
      String version,
      Duration patience) {
    this(publicUrl, hosts, ratePerMinute, mirrors, adminKey, version, patience, Callbacks.STANDARD);
  }

  public GatewayOptions {
    hosts = Set.copyOf(hosts);
    if (publicUrl.getScheme() == null || UrlHost.of(publicUrl).isEmpty()) {
      throw new IllegalArgumentException("the public address needs a scheme and a host");
    }
    if (ratePerMinute < 1) {
      throw new IllegalArgumentException("the rate limit is at least 1 a minute");
    }
  }

  /** The contract's defaults. */
  public static GatewayOptions standard(URI publicUrl, String adminKey, String version) {
    return new GatewayOptions(
        publicUrl, Set.of(), 60, true, adminKey, version, Duration.ofSeconds(20));
  }

  @Override
  public String toString() {
    return "gateway at " + publicUrl;
  }
}
