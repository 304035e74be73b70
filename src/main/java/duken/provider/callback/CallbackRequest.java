package duken.provider.callback;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A bank's call about a payment, as it came over the wire: nothing of it is believed yet.
 *
 * @param reference the shop's, out of the address
 * @param failure whether it came to the address for failures
 * @param headers by lower-case name
 * @param body the very bytes
 * @param source address it came from, proxies accounted for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied for nobody
public record CallbackRequest(
    String reference,
    boolean failure,
    Map<String, List<String>> headers,
    byte[] body,
    String source) {

  /** Every value of a header. */
  public List<String> all(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public String toString() {
    return "CallbackRequest[" + body.length + " bytes]";
  }
}
