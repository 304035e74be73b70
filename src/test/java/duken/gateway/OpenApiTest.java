package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The check that all other tests rely on bites. */
class OpenApiTest {

  private static final String HEALTHY =
      "{\"status\":\"ok\",\"version\":\"1\",\"time\":\"2026-05-14T14:30:00Z\"}";

  @Test
  void whatIsDocumentedPasses() {
    OpenApi.check(health(200, HEALTHY, Map.of("X-Request-Id", "a")));
  }

  @Test
  void anAnswerThatIsNotDocumentedIsFound() {
    Map<String, String> id = Map.of("X-Request-Id", "a");
    assertFound(health(200, HEALTHY.replace("}", ",\"more\":1}"), id), "more");
    assertFound(health(200, HEALTHY.replace("\"version\":\"1\",", ""), id), "version");
    assertFound(health(200, HEALTHY.replace("\"1\"", "1"), id), "version");
    assertFound(health(200, HEALTHY, Map.of()), "X-Request-Id");
    assertFound(health(200, "nothing", id), "JSON");
    assertFound(health(207, HEALTHY, id), "207");
    assertFound(health(404, "{\"error\":\"not found\"}", id), "error");
    assertFound(new Exchange("GET", "/api/v1/nowhere", Map.of(), new byte[0], ok()), "documented");
    assertFound(new Exchange("PUT", "/api/v1/health", Map.of(), new byte[0], ok()), "documented");
  }

  @Test
  void aRequestThatIsNotDocumentedIsFoundUnlessItWasRefusedForItsForm() {
    String target = "/api/v1/invoices?limit=1000";
    Map<String, List<String>> key = Map.of("X-API-Key", List.of("k"));
    Exchange tooMany = new Exchange("GET", target, key, new byte[0], ok());
    assertThat(OpenApi.problemsOfRequest(tooMany)).singleElement().asString().contains("1000");
    byte[] body = "{\"amount\":true}".getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> json =
        Map.of("X-API-Key", List.of("k"), "Content-Type", List.of("application/json"));
    assertThat(
            OpenApi.problemsOfRequest(
                new Exchange("POST", "/api/v1/invoices/qr", json, body, ok())))
        .isNotEmpty();
    OpenApi.check(
        new Exchange(
            "GET",
            target,
            key,
            new byte[0],
            reply(
                422,
                "{\"error\":{\"code\":\"VALIDATION_ERROR\",\"message\":\"m\",\"fields\":{}}}",
                Map.of("X-Request-Id", "a"))));
  }

  @Test
  void aServedRequestWithoutAKeyIsFound() {
    Map<String, List<String>> none = Map.of();
    Exchange listed = new Exchange("GET", "/api/v1/invoices", none, new byte[0], ok());
    assertThat(OpenApi.problemsOfRequest(listed)).singleElement().asString().contains("X-API-Key");
    Exchange healthy = new Exchange("GET", "/api/v1/health", none, new byte[0], ok());
    assertThat(OpenApi.problemsOfRequest(healthy)).isEmpty();
  }

  private static void assertFound(Exchange exchange, String what) {
    assertThatThrownBy(() -> OpenApi.check(exchange))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(what);
  }

  private static Exchange health(int status, String body, Map<String, String> headers) {
    return new Exchange(
        "GET", "/api/v1/health", Map.of(), new byte[0], reply(status, body, headers));
  }

  private static Reply ok() {
    return reply(200, HEALTHY, Map.of("X-Request-Id", "a"));
  }

  private static Reply reply(int status, String body, Map<String, String> headers) {
    Map<String, List<String>> all = new TreeMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    all.put("Content-Type", List.of("application/json; charset=utf-8"));
    return new Reply(
        status, HttpHeaders.of(all, (_, _) -> true), body.getBytes(StandardCharsets.UTF_8));
  }
}
