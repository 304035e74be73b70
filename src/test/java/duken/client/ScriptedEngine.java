package duken.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Answers every call as it was told to and remembers what it was asked. */
final class ScriptedEngine implements AutoCloseable {

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Script script = exchange -> answer(exchange, 200, "{}");

  /** What to do with a call whose body was read. */
  @FunctionalInterface
  interface Script {
    void play(HttpExchange exchange) throws IOException;
  }

  /**
   * A call as it came.
   *
   * @param line method, path and query
   */
  record Asked(
      String line, String key, String language, String idempotencyKey, String type, String body) {}

  ScriptedEngine() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void play(Script next) {
    script = next;
  }

  /** From now on every call is answered so. */
  void answers(int status, String body) {
    script = exchange -> answer(exchange, status, body);
  }

  Asked lastAsked() {
    return asked.getLast();
  }

  int count() {
    return asked.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              headers.getFirst("X-API-Key"),
              headers.getFirst("Accept-Language"),
              headers.getFirst("Idempotency-Key"),
              headers.getFirst("Content-Type"),
              body));
      script.play(exchange);
    }
  }
}
