package duken.notice;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends through the bot's {@code sendMessage} (core.telegram.org/bots/api). The address holds the
 * token, so no address is ever logged.
 */
final class TelegramBot implements AutoCloseable {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final MediaType TYPE = MediaType.get("application/json");
  private static final long MOST_READ = 64 * 1024;
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final HttpUrl base;
  private final OkHttpClient client;

  /**
   * @param base {@code https://api.telegram.org}
   * @param patience for one message
   */
  TelegramBot(URI base, Duration patience) {
    this.base = HttpUrl.get(base.toString());
    client =
        new OkHttpClient.Builder()
            .connectTimeout(patience)
            .callTimeout(patience)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
  }

  Delivery send(BotChat destination, String words) {
    HttpUrl url =
        base.newBuilder()
            .addPathSegment("bot" + destination.token())
            .addPathSegment("sendMessage")
            .build();
    String body = JSON.writeValueAsString(Map.of("chat_id", destination.chat(), "text", words));
    Request request = new Request.Builder().url(url).post(RequestBody.create(body, TYPE)).build();
    try (Response response = client.newCall(request).execute()) {
      return switch (response.code()) {
        case 200 -> new Delivery.Sent();
        case 401, 404 -> new Delivery.Refused("wrong_token");
        case 400 -> new Delivery.Refused("wrong_chat");
        case 403 -> new Delivery.Refused("blocked");
        case 429 -> new Delivery.Later(rest(response.peekBody(MOST_READ).string()));
        default ->
            response.code() >= 500
                ? new Delivery.Later(Duration.ZERO)
                : new Delivery.Refused("refused");
      };
    } catch (IOException _) {
      return new Delivery.Later(Duration.ZERO);
    }
  }

  /** How long Telegram wants to be left alone. */
  private static Duration rest(String body) {
    try {
      JsonNode after = JSON.readTree(body).path("parameters").path("retry_after");
      Duration asked = Duration.ofSeconds(Math.max(1, after.asLong(1)));
      return asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked;
    } catch (JacksonException _) {
      return Duration.ofSeconds(1);
    }
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
