package duken.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Telegram on loopback: one bot, one chat. */
final class FakeTelegram implements AutoCloseable {

  static final String TOKEN = "123456789:AAE-right_token_of_the_bot_0123456";
  static final String CHAT = "-100200300";

  final List<String> taken = new CopyOnWriteArrayList<>();

  /** Answers this instead of doing its work; 0 for none. */
  volatile int fails;

  /** How often it was called. */
  volatile int calls;

  private final HttpServer server;

  FakeTelegram() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls++;
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode json = JsonMapper.builder().build().readTree(body);
    String path = exchange.getRequestURI().getPath();
    if (fails != 0) {
      say(exchange, fails, "{\"ok\":false,\"parameters\":{\"retry_after\":40}}");
    } else if (!path.equals("/bot" + TOKEN + "/sendMessage")) {
      say(exchange, 401, "{\"ok\":false,\"description\":\"Unauthorized\"}");
    } else if (!json.path("chat_id").asString().equals(CHAT)) {
      say(exchange, 400, "{\"ok\":false,\"description\":\"Bad Request: chat not found\"}");
    } else {
      taken.add(json.path("text").asString());
      say(exchange, 200, "{\"ok\":true}");
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
