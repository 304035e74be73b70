package duken.simulator.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * The operator's page of a fake bank: a few files of ours, for this computer's own browser only.
 *
 * @param beside where the files lie: the package of this class
 * @param files their types by path; {@code /} is the page
 * @param page name of its file
 */
public record OperatorFiles(Class<?> beside, Map<String, String> files, String page) {

  private static final String POLICY = "default-src 'self'; frame-ancestors 'none'";

  public OperatorFiles {
    files = Map.copyOf(files);
  }

  public boolean owns(String path) {
    return files.containsKey(path);
  }

  public Reply reply(String path) {
    String name = path.equals("/") ? page : path.substring(1);
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return Reply.of(200, files.get(path), in.readAllBytes())
          .with("Content-Security-Policy", POLICY)
          .with("X-Content-Type-Options", "nosniff")
          .with("Cache-Control", "no-store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a request comes from this computer itself, and from no page of another site. */
  public static boolean isLocal(Request request, int port) {
    Set<String> hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    return hosts.contains(request.header("Host").orElse(""))
        && request.header("Origin").stream()
            .allMatch(origin -> hosts.contains(origin.replaceFirst("^http://", "")));
  }

  /** What anybody else is told. */
  public static Reply refusal() {
    return Reply.of(403, "text/plain", "Only for this computer's own page.");
  }
}
