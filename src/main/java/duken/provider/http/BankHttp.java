package duken.provider.http;

import duken.provider.http.HttpOutcome.Answered;
import duken.provider.http.HttpOutcome.Lost;
import duken.provider.http.HttpOutcome.NotSent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls to a bank. Never repeats a request by itself, never follows a redirect, keeps to one time
 * limit for the whole call, and tells a request that surely never left from one that may have
 * arrived. The log gets the call's name, the status and the time; never an address or a body.
 */
public final class BankHttp implements AutoCloseable {

  /** The most that is read of an answer, 4 MiB. */
  public static final long BODY_LIMIT = 4L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(BankHttp.class);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final OkHttpClient client;

  /** A client with its own connections. */
  public BankHttp(Duration connectTimeout, Duration callTimeout) {
    this(connectTimeout, callTimeout, _ -> {});
  }

  /**
   * A client with its own connections and what one provider wants besides: its own trust, for
   * instance.
   */
  public BankHttp(
      Duration connectTimeout, Duration callTimeout, Consumer<OkHttpClient.Builder> wishes) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(connectTimeout)
            .readTimeout(callTimeout)
            .writeTimeout(callTimeout)
            .callTimeout(callTimeout)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(8, IDLE.toSeconds(), TimeUnit.SECONDS))
            .eventListenerFactory(call -> call.request().tag(Departure.class));
    wishes.accept(builder);
    client = builder.build();
  }

  /**
   * Makes one call.
   *
   * @param name for the log, {@code qr-token/create}
   */
  public HttpOutcome call(String name, Request request) {
    return call(name, request, Duration.ofMillis(client.callTimeoutMillis()));
  }

  /**
   * Makes one call.
   *
   * @param name for the log, {@code qr-token/create}
   * @param limit for the whole call
   */
  public HttpOutcome call(String name, Request request, Duration limit) {
    Departure departure = new Departure();
    Call call = client.newCall(request.newBuilder().tag(Departure.class, departure).build());
    call.timeout().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    long started = System.nanoTime();
    try (Response response = call.execute()) {
      Answered answer = read(response);
      LOG.debug("{} HTTP {} in {} ms", name, answer.status(), millisSince(started));
      return answer;
    } catch (IOException e) {
      // What broke one kept connection has mostly broken the others: the next call gets a fresh
      // one.
      client.connectionPool().evictAll();
      String code = word(e);
      LOG.debug(
          "{} {} {} after {} ms",
          name,
          departure.left ? "lost" : "not sent",
          code,
          millisSince(started));
      return departure.left ? new Lost(code) : new NotSent(code);
    }
  }

  /** Lets connections go. Running calls end by their own time limits. */
  @Override
  public void close() {
    client.connectionPool().evictAll();
  }

  private static Answered read(Response response) throws IOException {
    try (ResponseBody body = response.body()) {
      BufferedSource source = body.source();
      Buffer read = new Buffer();
      long count = 0;
      while (count >= 0 && read.size() <= BODY_LIMIT) {
        count = source.read(read, 64 << 10);
      }
      if (read.size() > BODY_LIMIT) {
        throw new IOException("answer too large");
      }
      Map<String, List<String>> headers =
          response.headers().toMultimap().entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      e -> e.getKey().toLowerCase(Locale.ROOT), e -> List.copyOf(e.getValue())));
      Date date = response.headers().getDate("Date");
      return new Answered(
          response.code(), headers, read.readByteArray(), date == null ? null : date.toInstant());
    }
  }

  private static String word(IOException e) {
    return switch (e) {
      case InterruptedIOException _ -> "timeout";
      case java.net.UnknownHostException _ -> "host_unknown";
      case java.net.ConnectException _ -> "connection_refused";
      case javax.net.ssl.SSLPeerUnverifiedException _ -> "tls_failed";
      case javax.net.ssl.SSLException it when isNoTls(it) -> "no_tls";
      case javax.net.ssl.SSLException it ->
          it.getCause() instanceof java.security.cert.CertificateException
              ? "tls_failed"
              : "tls_refused";
      default -> "connection_broken";
    };
  }

  /** What answered speaks something else, plain HTTP for one. */
  private static boolean isNoTls(javax.net.ssl.SSLException e) {
    return e.getMessage() != null && e.getMessage().startsWith("Unsupported or unrecognized SSL");
  }

  private static long millisSince(long started) {
    return Duration.ofNanos(System.nanoTime() - started).toMillis();
  }

  /** Remembers whether a request began to leave. */
  private static final class Departure extends EventListener {
    private volatile boolean left;

    @Override
    public void requestHeadersStart(Call call) {
      left = true;
    }
  }
}
