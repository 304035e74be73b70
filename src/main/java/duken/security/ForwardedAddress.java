package duken.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose call it is when proxies stand between: {@code X-Forwarded-For} is believed only from
 * proxies that are trusted, from the last entry backwards.
 *
 * @param trusted proxies; empty when none stands before this engine
 */
public record ForwardedAddress(List<AddressBlock> trusted) {

  public ForwardedAddress {
    trusted = List.copyOf(trusted);
  }

  /**
   * The address the call really came from.
   *
   * @param peer address of the connection
   * @param forwardedFor values of the header in order of arrival
   */
  public String of(String peer, List<String> forwardedFor) {
    List<String> way =
        new ArrayList<>(
            forwardedFor.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList());
    String source = peer;
    while (isTrusted(source) && !way.isEmpty()) {
      source = way.removeLast();
    }
    return source;
  }

  private boolean isTrusted(String address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }
}
