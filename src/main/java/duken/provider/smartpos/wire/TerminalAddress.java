package duken.provider.smartpos.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a terminal listens: an address of the local network, or of this computer.
 *
 * @param host an address as it was typed, without brackets
 * @param port 8080 where none was typed (Smart POS, section 2)
 * @param scheme {@code http}, for this computer only; null for https
 */
public record TerminalAddress(String host, int port, String scheme) {

  private static final String PLAIN = "http://";
  private static final String SECURE = "https://";
  private static final int USUAL_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|localhost|\\[[0-9a-fA-F:.]+])(?::([0-9]{1,5}))?");

  /**
   * Reads {@code HOST[:PORT]}, before it {@code https://} or, for this computer, {@code http://}.
   *
   * @throws IllegalArgumentException when it is none, or not of the local network
   */
  public static TerminalAddress parse(String text) {
    String typed = text.strip();
    boolean plain = typed.startsWith(PLAIN);
    Matcher matcher =
        FORM.matcher(
            plain
                ? typed.substring(PLAIN.length())
                : typed.startsWith(SECURE) ? typed.substring(SECURE.length()) : typed);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no address");
    }
    int port = matcher.group(2) == null ? USUAL_PORT : Integer.parseInt(matcher.group(2));
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("no port");
    }
    TerminalAddress address =
        new TerminalAddress(
            matcher.group(1).replace("[", "").replace("]", ""), port, plain ? "http" : null);
    if (!isLocal(address.resolved())) {
      throw new IllegalArgumentException("not of the local network");
    }
    if (plain && !address.resolved().isLoopbackAddress()) {
      throw new IllegalArgumentException("plain http leaves this computer");
    }
    return address;
  }

  /** Whether it is spoken to without TLS. */
  public boolean plain() {
    return "http".equals(scheme);
  }

  /** The address; literals ask no name server. */
  InetAddress resolved() {
    try {
      return host.equals("localhost")
          ? InetAddress.getLoopbackAddress()
          : InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address", e);
    }
  }

  /** As it is typed, with its port. */
  public String text() {
    return (plain() ? PLAIN : "") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private static boolean isLocal(InetAddress address) {
    boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || unique;
  }
}
