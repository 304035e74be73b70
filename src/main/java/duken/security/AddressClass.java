package duken.security;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** What kind of place an IP address is, as far as it matters to whoever calls it. */
public enum AddressClass {
  /** This computer. */
  LOOPBACK,
  /** The shop's own network: RFC 1918, RFC 6598 (100.64/10), RFC 4193 (fc00::/7). */
  PRIVATE,
  /** The internet. */
  PUBLIC,
  /**
   * Where no receiver can honestly be: unspecified, link-local, multicast, broadcast,
   * documentation, cloud metadata, tunnels whose far end cannot be told.
   */
  FORBIDDEN;

  private static final List<Range> RANGES =
      List.of(
          new Range("100.100.100.200", 32, FORBIDDEN),
          new Range("fd00:ec2::254", 128, FORBIDDEN),
          new Range("0.0.0.0", 8, FORBIDDEN),
          new Range("10.0.0.0", 8, PRIVATE),
          new Range("100.64.0.0", 10, PRIVATE),
          new Range("127.0.0.0", 8, LOOPBACK),
          new Range("169.254.0.0", 16, FORBIDDEN),
          new Range("172.16.0.0", 12, PRIVATE),
          new Range("192.0.0.0", 24, FORBIDDEN),
          new Range("192.0.2.0", 24, FORBIDDEN),
          new Range("192.88.99.0", 24, FORBIDDEN),
          new Range("192.168.0.0", 16, PRIVATE),
          new Range("198.18.0.0", 15, FORBIDDEN),
          new Range("198.51.100.0", 24, FORBIDDEN),
          new Range("203.0.113.0", 24, FORBIDDEN),
          new Range("224.0.0.0", 3, FORBIDDEN),
          new Range("0.0.0.0", 0, PUBLIC),
          new Range("::1", 128, LOOPBACK),
          new Range("fc00::", 7, PRIVATE),
          new Range("2001::", 23, FORBIDDEN),
          new Range("2001:db8::", 32, FORBIDDEN),
          new Range("3fff::", 20, FORBIDDEN),
          new Range("2000::", 3, PUBLIC));

  private static final int NAT64_PREFIX_BYTES = 12;
  private static final Range NAT64 = new Range("64:ff9b::", 96, FORBIDDEN);
  private static final Range SIX_TO_FOUR = new Range("2002::", 16, FORBIDDEN);

  /** The kind of this address. An IPv6 address that carries an IPv4 one is what that one is. */
  public static AddressClass of(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (!(address instanceof Inet4Address)) {
      if (NAT64.holds(bytes)) {
        return ofIpv4(Arrays.copyOfRange(bytes, NAT64_PREFIX_BYTES, bytes.length));
      }
      if (SIX_TO_FOUR.holds(bytes)) {
        return ofIpv4(Arrays.copyOfRange(bytes, 2, 6));
      }
    }
    return ofBytes(bytes);
  }

  private static AddressClass ofIpv4(byte[] bytes) {
    AddressClass kind = ofBytes(bytes);
    // Only the internet is reached through such a tunnel; whatever else hides in it is a trick.
    return kind == PUBLIC ? PUBLIC : FORBIDDEN;
  }

  private static AddressClass ofBytes(byte[] bytes) {
    return RANGES.stream()
        .filter(range -> range.holds(bytes))
        .map(Range::kind)
        .findFirst()
        .orElse(FORBIDDEN);
  }

  /**
   * @param network an IP address literal
   * @param bits how many leading bits count
   */
  private record Range(byte[] network, int bits, AddressClass kind) {

    Range(String network, int bits, AddressClass kind) {
      this(InetAddress.ofLiteral(network).getAddress(), bits, kind);
    }

    boolean holds(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      int whole = bits / 8;
      if (!Arrays.equals(network, 0, whole, address, 0, whole)) {
        return false;
      }
      int rest = bits % 8;
      int mask = 0xff00 >> rest & 0xff;
      return rest == 0 || (network[whole] & mask) == (address[whole] & mask);
    }
  }
}
