package duken.simulator;

import duken.simulator.wire.Reply;
import duken.simulator.wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The operator's page: a few files of ours, nothing from elsewhere. */
final class ControlPage {

  private static final String POLICY = "default-src 'self'; frame-ancestors 'none'";

  private record File(String name, String type) {}

  private static final Map<String, File> FILES =
      Map.of(
          "/", new File("control.html", "text/html; charset=utf-8"),
          "/control.svg", new File("control.svg", "image/svg+xml"),
          "/control.css", new File("control.css", "text/css; charset=utf-8"),
          "/control.js", new File("control.js", "text/javascript; charset=utf-8"));

  /** Whether this path is one of its files. */
  boolean owns(String path) {
    return FILES.containsKey(path);
  }

  /** The file. */
  Reply reply(Request request) {
    File file = FILES.get(request.path());
    return Reply.of(200, file.type(), bytes(file.name()))
        .with("Content-Security-Policy", POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Cache-Control", "no-store");
  }

  private static byte[] bytes(String name) {
    try (InputStream in = ControlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
