package duken.security;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that share their first bits: {@code 203.0.113.7} or {@code 2001:db8::/32}. No name is
 * ever looked up.
 *
 * @param text as it was written
 */
public record AddressBlock(String text) {

  /**
   * @throws IllegalArgumentException when the text is no address, or no address with a prefix
   */
  public AddressBlock {
    holds(text, literal(text.split("/", 2)[0]));
  }

  /**
   * Reads a list with commas; empty text is an empty list.
   *
   * @throws IllegalArgumentException when an entry is no address or range
   */
  public static List<AddressBlock> list(String text) {
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(AddressBlock::new)
        .toList();
  }

  /** Whether this address lies in it; text that is no address does not. */
  public boolean contains(String address) {
    try {
      return holds(text, literal(address));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean holds(String range, byte[] address) {
    String[] parts = range.split("/", 2);
    byte[] network = literal(parts[0]);
    int bits = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
    if (bits < 0 || bits > network.length * 8) {
      throw new IllegalArgumentException("no address or range: " + range);
    }
    if (address.length != network.length) {
      return false;
    }
    int whole = bits / 8;
    int mask = 0xff00 >> bits % 8 & 0xff;
    return Arrays.equals(network, 0, whole, address, 0, whole)
        && (bits % 8 == 0 || (network[whole] & mask) == (address[whole] & mask));
  }

  /**
   * An IPv4 address that came in an IPv6 one counts as what it is: {@link InetAddress} sees to it.
   */
  private static byte[] literal(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    return InetAddress.ofLiteral(bare).getAddress();
  }
}
