package duken.client;

import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.ProblemJson;
import duken.api.WireJson;
import duken.api.staff.StaffJson;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Calls over the wire: one way to send, one way to read an answer, one way to fail. Keeps the key
 * to itself; logs nothing.
 */
final class EngineCalls {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final RequestBody NOTHING = RequestBody.create(new byte[0], null);

  private final EngineAddress address;
  private final String key;
  private final Supplier<String> language;
  private final OkHttpClient client;
  private volatile Supplier<String> staffSession = () -> null;

  EngineCalls(EngineAddress address, String key, Supplier<String> language, Duration connecting) {
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("an API key has letters, digits and _ only");
    }
    this.address = address;
    this.key = key;
    this.language = language;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(connecting)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .followRedirects(false)
            .followSslRedirects(false);
    if (address.isLoopback()) {
      builder.proxy(Proxy.NO_PROXY);
    }
    this.client = builder.build();
  }

  /** A call that is being put together. */
  Ask to(String path) {
    return new Ask(path);
  }

  /**
   * What proves a PIN from now on.
   *
   * @param session asked before each call; null sends nothing
   */
  void provenBy(Supplier<String> session) {
    staffSession = session;
  }

  /** Breaks off every call; they end as {@link EngineUnreachable}. */
  void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }

  private <T> T call(Request request, Duration limit, Reader<T> reader) {
    Call call = client.newCall(request);
    call.timeout().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      byte[] body = response.body().bytes();
      if (!response.isSuccessful()) {
        throw problem(response.code(), body);
      }
      return reader.read(body);
    } catch (IOException e) {
      throw new EngineUnreachable("the engine at " + address + " gave no answer", e);
    } catch (JacksonException _) {
      // Not passed on: a parser quotes what it could not read, and that may be anybody's.
      throw notAnEngine();
    }
  }

  private RuntimeException problem(int status, byte[] body) {
    ProblemJson said = WireJson.mapper().readValue(body, ProblemJson.class);
    if (said == null || said.error() == null || said.error().code() == null) {
      return notAnEngine();
    }
    return new EngineProblem(
        status,
        said.error().code(),
        said.error().message(),
        said.error().fields() == null ? Map.of() : said.error().fields(),
        said.invoiceId(),
        said.status());
  }

  private EngineUnreachable notAnEngine() {
    return new EngineUnreachable(
        "what answers at " + address + " does not speak as an engine", null);
  }

  /** Turns an answer into what was asked for. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(byte[] body);
  }

  /** A call that is being put together. */
  final class Ask {

    private final HttpUrl.Builder url;
    private final Request.Builder request = new Request.Builder();
    private RequestBody body = NOTHING;
    private Duration limit = Duration.ofSeconds(10);

    private Ask(String path) {
      this.url = address.below(path);
    }

    /** Adds a query parameter unless it is null. */
    Ask with(String name, Object value) {
      if (value != null) {
        url.addQueryParameter(name, value.toString());
      }
      return this;
    }

    /** The same key with the same body is carried out once. */
    Ask once(String idempotencyKey) {
      request.header("Idempotency-Key", idempotencyKey);
      return this;
    }

    Ask sending(Object json) {
      body = RequestBody.create(WireJson.mapper().writeValueAsBytes(json), JSON);
      return this;
    }

    /** Sends a file as the only part of a form. */
    Ask uploading(byte[] content) {
      body =
          new MultipartBody.Builder()
              .setType(MultipartBody.FORM)
              .addFormDataPart("file", "file", RequestBody.create(content, null))
              .build();
      return this;
    }

    /** How long it may take in all. */
    Ask within(Duration time) {
      limit = time;
      return this;
    }

    <T> T get(Class<T> type) {
      return call(finish("GET", null), limit, reading(type));
    }

    <T> T get(TypeReference<T> type) {
      return call(
          finish("GET", null), limit, bytes -> present(WireJson.mapper().readValue(bytes, type)));
    }

    <T> T post(Class<T> type) {
      return call(finish("POST", body), limit, reading(type));
    }

    <T> T post(TypeReference<T> type) {
      return call(
          finish("POST", body), limit, bytes -> present(WireJson.mapper().readValue(bytes, type)));
    }

    <T> T put(Class<T> type) {
      return call(finish("PUT", body), limit, reading(type));
    }

    byte[] bytes() {
      return call(finish("GET", null), limit, bytes -> bytes);
    }

    /** Sends without reading the answer. */
    void send(String method) {
      call(finish(method, body), limit, _ -> true);
    }

    private <T> Reader<T> reading(Class<T> type) {
      return bytes -> present(WireJson.mapper().readValue(bytes, type));
    }

    private <T> T present(T answer) {
      if (answer == null) {
        throw notAnEngine();
      }
      return answer;
    }

    private Request finish(String method, RequestBody sent) {
      String proof = staffSession.get();
      if (proof != null) {
        request.header(StaffJson.SESSION_HEADER, proof);
      }
      return request
          .url(url.build())
          .method(method, sent)
          .header("X-API-Key", key)
          .header("Accept", "application/json")
          .header("Accept-Language", language.get())
          .build();
    }
  }
}
