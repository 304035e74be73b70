package duken.security;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a webhook may go (gateway contract, section 12.3). {@link #check} judges an address when it
 * is saved; {@link #checkResolved} judges what its host name turned out to be when it is sent.
 *
 * @param loopbackWithLiveKey whether real payments may be told to a program on this computer; on
 *     unless its owner turns it off
 * @param privateNetwork whether a receiver may be in the shop's own network; off unless turned on
 */
public record WebhookUrlRules(boolean loopbackWithLiveKey, boolean privateNetwork) {

  private static final int LONGEST = 2048;
  private static final int LARGEST_PORT = 65_535;

  /** Under these names cloud providers tell a machine its secrets. */
  private static final Set<String> METADATA_SERVICES =
      Set.of(
          "metadata",
          "metadata.google.internal",
          "metadata.goog",
          "metadata.azure.internal",
          "metadata.tencentyun.com",
          "metadata.platformequinix.com",
          "instance-data",
          "instance-data.ec2.internal",
          "metadata.packet.net",
          "rancher-metadata");

  /** Hosts some programs read as an IPv4 address: the last label is a number. */
  private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:0[xX].*|[0-9]+)\\.?");

  /** Hosts every program reads as the same IPv4 address: four decimal numbers, no leading zero. */
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

  /** The rules without any setting changed. */
  public static WebhookUrlRules standard() {
    return new WebhookUrlRules(true, false);
  }

  /** What is wrong with an address. */
  public enum Fault {
    /** Longer than 2048 characters. */
    TOO_LONG,
    /** No address of the web, or one that can be read in two ways. */
    FORM,
    /** Neither {@code http} nor {@code https}. */
    SCHEME,
    /** A name or password before the host. */
    USER_INFO,
    /** Plain {@code http} to something that is not known to be near. */
    HTTPS_NEEDED,
    /** The host is, or may be, in a place where no receiver may be. */
    ADDRESS;

    /** The last part of its message key, {@code https_needed}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Turns a host name into addresses; {@link #system} in production. */
  @FunctionalInterface
  public interface Resolver {

    /**
     * All addresses of {@code host}, which may be a literal.
     *
     * @throws UnknownHostException when there is none, or nobody to ask
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The operating system's. Blocks while it asks. */
    static Resolver system() {
      return host -> List.of(InetAddress.getAllByName(host));
    }
  }

  /**
   * Judges an address when it is saved. A host that cannot be resolved now is judged by its scheme
   * alone: {@code https} passes and is judged again when it is sent.
   *
   * @param live whether it is for real payments
   * @return empty when it may be saved
   */
  public Optional<Fault> check(String url, boolean live, Resolver resolver) {
    if (url.length() > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    }
    URI uri;
    try {
      uri = parse(url);
    } catch (URISyntaxException | IllegalArgumentException _) {
      return Optional.of(Fault.FORM);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of(uri.isAbsolute() ? Fault.SCHEME : Fault.FORM);
    }
    if (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
      return Optional.of(Fault.USER_INFO);
    }
    String name = UrlHost.of(uri).orElse(null);
    int port = UrlHost.port(uri);
    if (name == null || port == 0 || port > LARGEST_PORT) {
      return Optional.of(Fault.FORM);
    }
    if (NUMBER.matcher(name).matches() && !IPV4.matcher(name).matches()) {
      return Optional.of(Fault.FORM);
    }
    if (isMetadataService(name)) {
      return Optional.of(Fault.ADDRESS);
    }
    boolean secure = scheme.equals("https");
    try {
      String host = name.replaceAll("^\\[|]$", "");
      return checkResolved(secure, live, resolver.resolve(host));
    } catch (UnknownHostException _) {
      return secure ? Optional.empty() : Optional.of(Fault.HTTPS_NEEDED);
    }
  }

  /**
   * Judges what a host name turned out to be. Every address has to be allowed, so that it does not
   * matter which one is connected to.
   *
   * @param secure whether the scheme is {@code https}
   * @param live whether it is for real payments
   * @return empty when it may be connected to
   */
  public Optional<Fault> checkResolved(boolean secure, boolean live, List<InetAddress> addresses) {
    if (addresses.isEmpty()) {
      return Optional.of(Fault.ADDRESS);
    }
    return addresses.stream()
        .map(address -> judge(secure, live, AddressClass.of(address)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Fault> judge(boolean secure, boolean live, AddressClass place) {
    return switch (place) {
      case PUBLIC -> secure ? Optional.empty() : Optional.of(Fault.HTTPS_NEEDED);
      case LOOPBACK -> !live || loopbackWithLiveKey ? Optional.empty() : Optional.of(Fault.ADDRESS);
      case PRIVATE -> privateNetwork ? Optional.empty() : Optional.of(Fault.ADDRESS);
      case FORBIDDEN -> Optional.of(Fault.ADDRESS);
    };
  }

  /** Also where the name cannot be resolved now: in the cloud it will be. */
  private static boolean isMetadataService(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    return METADATA_SERVICES.stream()
        .anyMatch(service -> name.equals(service) || name.endsWith("." + service));
  }

  /** Reads strictly, after turning a host such as {@code дүкен.қаз} into its ASCII form. */
  private static URI parse(String url) throws URISyntaxException {
    URI uri = new URI(url);
    String authority = uri.getRawAuthority();
    if (uri.getHost() != null || authority == null || isAscii(authority)) {
      return uri;
    }
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String port = colon < 0 ? "" : authority.substring(colon);
    return new URI(url.replace(authority, IDN.toASCII(host) + port));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
