package duken.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call of a test phone: it can be spoilt before it is signed, and after. */
final class PhoneCall {

  /** An answer, unpacked. */
  record Answer(int status, JsonNode json, List<String> cookies) {

    int code() {
      return json.path("StatusCode").asInt(0);
    }

    JsonNode data() {
      return json.path("Data");
    }

    String error() {
      return json.path("error").path("code").asString("");
    }
  }

  private final HttpClient http;
  private final String method;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> later = new LinkedHashMap<>();
  private final List<String[]> twice = new ArrayList<>();

  private String url;
  private String body;
  private String sentBody;

  PhoneCall(HttpClient http, String method, String url, String body) {
    this.http = http;
    this.method = method;
    this.url = url;
    this.body = body;
  }

  String url() {
    return url;
  }

  Map<String, String> headers() {
    return headers;
  }

  String body() {
    return body;
  }

  PhoneCall body(String other) {
    body = other;
    return this;
  }

  PhoneCall with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  PhoneCall without(String name) {
    headers.remove(name);
    return this;
  }

  /** Sends another value than the signed one. */
  PhoneCall tampered(String name, String value) {
    later.put(name, value);
    return this;
  }

  /** Sends another body than the signed one. */
  PhoneCall tamperedBody(String other) {
    sentBody = other;
    return this;
  }

  /** Sends a header a second time. */
  PhoneCall twice(String name, String value) {
    twice.add(new String[] {name, value});
    return this;
  }

  /** Signs by the list in X-SH (section 5.1), written here a second time on purpose. */
  PhoneCall signed(String profile, PrivateKey key) {
    StringBuilder text = new StringBuilder();
    String gap = "";
    for (String name : headers.get("X-SH").split(",")) {
      String value = headers.getOrDefault(name, "");
      if (profile.equals("XS2")) {
        String shown = name.equals("url") ? url.toLowerCase(Locale.ROOT) : value;
        text.append(gap).append(name.toLowerCase(Locale.ROOT)).append(':').append(shown);
        gap = "\n";
      } else {
        text.append(name.equals("url") ? url.substring(url.indexOf('/', 8)) : value);
      }
    }
    if (profile.equals("XS2") && body != null) {
      text.append('\n').append(body);
    }
    return with("X-Sign", signature(bytes(profile, text.toString()), key));
  }

  Answer send() {
    headers.putAll(later);
    String out = sentBody == null ? body : sentBody;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                out == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(out));
    headers.forEach(request::setHeader);
    twice.forEach(pair -> request.header(pair[0], pair[1]));
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(), json(response), response.headers().allValues("Set-Cookie"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String signature(byte[] bytes, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String profile, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    try {
      return profile.equals("XS2") ? MessageDigest.getInstance("SHA-256").digest(utf8) : utf8;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    byte[] body = response.body();
    if (response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent()) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    boolean isJson =
        response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    return isJson
        ? JsonMapper.shared().readTree(body)
        : JsonMapper.shared().valueToTree(new String(body, StandardCharsets.UTF_8));
  }
}
