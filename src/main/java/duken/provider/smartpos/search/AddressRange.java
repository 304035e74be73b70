package duken.provider.smartpos.search;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A range of IPv4 addresses of the local network, at most 256 of them.
 *
 * @param hosts addresses as texts, ascending
 * @param port where terminals listen
 */
public record AddressRange(List<String> hosts, int port) {

  private static final int USUAL_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;
  private static final int LAST = 255;
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.)([0-9]{1,3})"
              + "(?:\\s*-\\s*([0-9]{1,3})|/24)?(?::([0-9]{1,5}))?");

  public AddressRange {
    hosts = List.copyOf(hosts);
  }

  /**
   * Reads {@code 192.168.1.1-254}, {@code 192.168.1.0/24} or one address, with {@code :PORT} if it
   * is not 8080.
   *
   * @throws IllegalArgumentException when it is none, or not of the local network
   */
  public static AddressRange parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no range");
    }
    boolean whole = text.contains("/");
    int first = whole ? 1 : Integer.parseInt(matcher.group(2));
    int last =
        whole ? LAST - 1 : matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
    int port = matcher.group(4) == null ? USUAL_PORT : Integer.parseInt(matcher.group(4));
    if (first > last || last > LAST || port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("no range");
    }
    String net = matcher.group(1);
    requireLocal(net + first);
    return new AddressRange(
        IntStream.rangeClosed(first, last).mapToObj(i -> net + i).toList(), port);
  }

  private static void requireLocal(String address) {
    try {
      InetAddress one = InetAddress.getByName(address);
      if (!one.isSiteLocalAddress() && !one.isLoopbackAddress() && !one.isLinkLocalAddress()) {
        throw new IllegalArgumentException("not of the local network");
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address", e);
    }
  }
}
