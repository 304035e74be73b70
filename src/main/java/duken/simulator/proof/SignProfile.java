package duken.simulator.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The two ways to put a request into words for its signature (section 5.1). */
public enum SignProfile {

  /** Values only, nothing between them, without the body (May to June 2026). */
  XS1 {
    @Override
    public byte[] words(
        String url, List<String> names, UnaryOperator<String> valueOf, byte[] body) {
      StringBuilder words = new StringBuilder();
      for (String name : names) {
        words.append(name.equals(URL) ? pathAndQuery(url) : valueOf.apply(name));
      }
      return words.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] signed(byte[] words) {
      return words;
    }
  },

  /** A line per header, then the body; its digest is what is signed (since July 2026). */
  XS2 {
    @Override
    public byte[] words(
        String url, List<String> names, UnaryOperator<String> valueOf, byte[] body) {
      StringBuilder lines = new StringBuilder();
      for (Iterator<String> rest = names.iterator(); rest.hasNext(); ) {
        String name = rest.next();
        String value = name.equals(URL) ? url.toLowerCase(Locale.ROOT) : valueOf.apply(name);
        lines.append(name.toLowerCase(Locale.ROOT)).append(':').append(value);
        lines.append(rest.hasNext() ? "\n" : "");
      }
      ByteArrayOutputStream words = new ByteArrayOutputStream();
      words.writeBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
      if (body.length > 0) {
        words.write('\n');
        words.writeBytes(body);
      }
      return words.toByteArray();
    }

    @Override
    public byte[] signed(byte[] words) {
      return ProtocolDigests.sha256(words);
    }
  };

  /** The entry of the list that stands for the address. */
  public static final String URL = "url";

  /**
   * The words of a request.
   *
   * @param url whole, as sent
   * @param names the list {@code X-SH} in its order
   * @param valueOf a header's value as sent; empty for one that is absent
   * @param body as sent
   */
  public abstract byte[] words(
      String url, List<String> names, UnaryOperator<String> valueOf, byte[] body);

  /** The bytes that go into the signature algorithm. */
  public abstract byte[] signed(byte[] words);

  /** Path and query of an address; no path counts as {@code /}, a bare {@code ?} adds nothing. */
  private static String pathAndQuery(String url) {
    String path = url.replaceFirst("^[a-zA-Z]+://[^/?]*", "");
    String bare = path.endsWith("?") ? path.substring(0, path.length() - 1) : path;
    return bare.startsWith("/") ? bare : "/" + bare;
  }
}
