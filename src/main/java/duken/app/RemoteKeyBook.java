package duken.app;

import duken.api.AdminJson;
import duken.api.DeskJson;
import duken.api.Paths;
import duken.api.WireJson;
import duken.domain.ApiKey;
import duken.domain.Mode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The keys through the running engine, with the key it left for its owner in the data folder. */
final class RemoteKeyBook implements KeyBook {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int NOT_FOUND = 404;
  private static final int FIRST_FAILURE = 300;

  private final RunningEngine engine;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  RemoteKeyBook(RunningEngine engine) {
    this.engine = engine;
  }

  @Override
  public AdminJson.CreatedKey create(String tenant, String name, Mode mode, ApiKey.Role role) {
    String body =
        WireJson.mapper()
            .writeValueAsString(new AdminJson.NewKey(tenant, name, mode.word(), role.word()));
    HttpResponse<String> answer = send(request("").POST(HttpRequest.BodyPublishers.ofString(body)));
    return read(answer, new TypeReference<>() {});
  }

  @Override
  public List<AdminJson.Key> list() {
    TypeReference<DeskJson.ListOf<AdminJson.Key>> type = new TypeReference<>() {};
    return read(send(request("").GET()), type).data();
  }

  @Override
  public boolean revoke(long id) {
    HttpResponse<String> answer = send(request("/" + id).DELETE());
    if (answer.statusCode() == NOT_FOUND) {
      return false;
    }
    check(answer);
    return true;
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(engine.url() + Paths.DESK + "/admin/keys" + path))
        .timeout(PATIENCE)
        .header("X-API-Key", engine.adminKey())
        .header("Content-Type", "application/json")
        .header("Accept-Language", "en");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw Sentence.notNow("The engine that works in this folder does not answer. Try again.", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  private static <T> T read(HttpResponse<String> answer, TypeReference<T> type) {
    check(answer);
    try {
      return WireJson.mapper().readValue(answer.body(), type);
    } catch (JacksonException e) {
      throw Sentence.notNow("The engine that works in this folder speaks another version.", e);
    }
  }

  private static void check(HttpResponse<String> answer) {
    if (answer.statusCode() >= FIRST_FAILURE) {
      throw Sentence.notNow(
          "The engine that works in this folder refused (HTTP " + answer.statusCode() + ").");
    }
  }
}
