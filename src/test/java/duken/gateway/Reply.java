package duken.gateway;

import duken.api.WireJson;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An answer of the gateway as a client sees it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, HttpHeaders headers, byte[] body) {

  static Reply of(HttpResponse<byte[]> response) {
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  JsonNode json() {
    return WireJson.mapper().readTree(body);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  String code() {
    return json().at("/error/code").asString();
  }

  /** A value by JSON pointer, as text; "null" for null, empty when it is missing. */
  String at(String pointer) {
    JsonNode node = json().at(pointer);
    return node.isMissingNode() ? "" : node.isNull() ? "null" : node.asString();
  }
}
