package duken.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers always the same and remembers what it was sent, unverified. */
final class RecordingReceiver implements AutoCloseable {

  private final HttpServer server;
  private final List<Headers> headers = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  RecordingReceiver(int status) throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            headers.add(exchange.getRequestHeaders());
            bodies.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=b";
  }

  List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** One header of every request, in order. */
  List<String> header(String name) {
    return headers.stream().map(one -> one.getFirst(name)).toList();
  }

  String first(String name) {
    return headers.getFirst().getFirst(name);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
