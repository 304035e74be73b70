package duken.gateway.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names requests, so that an answer, a log line and a client's own record can be put together. */
public final class RequestId {

  /** The header requests are named in. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z._-]{1,64}");
  private static final int RANDOM_BYTES = 8;

  private final SecureRandom random;

  /** Makes names with this randomness. */
  public RequestId(SecureRandom random) {
    this.random = random;
  }

  /** The client's own name when it has a harmless form, else a new one. */
  public String of(String sent) {
    if (sent != null && FORM.matcher(sent).matches()) {
      return sent;
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
