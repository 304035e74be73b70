package duken.webhook;

import duken.domain.Mode;
import duken.security.WebhookSignature;
import duken.security.WebhookUrlRules;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Makes one attempt: signs the stored bytes, sends them once, judges the answer (gateway contract,
 * section 15). Follows no redirect, uses no proxy, reads no more than the beginning of an answer.
 */
public final class WebhookSender implements AutoCloseable {

  /** What connecting, sending and the answer may take together (gateway contract, section 15). */
  public static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  private static final int ANSWER_BYTES = 4096;

  /** Shorter than servers keep idle connections, so that a kept one is rarely found closed. */
  private static final Duration KEPT_IDLE = Duration.ofSeconds(2);

  private static final int KEPT = 16;

  private final WebhookUrlRules rules;
  private final WebhookUrlRules.Resolver resolver;
  private final InstantSource clock;
  private final String userAgent;
  private final Duration timeLimit;
  private final OkHttpClient client;
  private final Map<GuardedDns, OkHttpClient> guarded = new ConcurrentHashMap<>();

  /** Threads that wait for the system's resolver; as many as look-ups hang, each for itself. */
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("webhook name look-up ", 1).factory());

  /**
   * @param version of the engine, for {@code User-Agent}
   * @param timeLimit of one attempt, {@link #TIME_LIMIT} in production
   */
  public WebhookSender(
      WebhookUrlRules rules,
      WebhookUrlRules.Resolver resolver,
      InstantSource clock,
      String version,
      Duration timeLimit) {
    this.rules = rules;
    this.resolver = resolver;
    this.clock = clock;
    this.userAgent = "Duken/" + version;
    this.timeLimit = timeLimit;
    this.client =
        new OkHttpClient.Builder()
            .callTimeout(timeLimit)
            .connectTimeout(timeLimit)
            .readTimeout(timeLimit)
            .writeTimeout(timeLimit)
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .connectionPool(new ConnectionPool(KEPT, KEPT_IDLE.toMillis(), TimeUnit.MILLISECONDS))
            .addNetworkInterceptor(chain -> withoutInvitation(chain.proceed(chain.request())))
            .build();
  }

  /** Makes the attempt. Blocks up to the time limit, throws nothing. */
  Verdict send(Letter letter) {
    return Verdict.on(answerTo(letter));
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    lookups.shutdown();
  }

  private Answer answerTo(Letter letter) {
    HttpUrl url = HttpUrl.parse(letter.url());
    if (url == null) {
      return new Answer.Forbidden();
    }
    GuardedDns dns =
        new GuardedDns(
            rules, resolver, url.isHttps(), letter.scope().mode() == Mode.LIVE, lookups, timeLimit);
    if (!dns.mayBe(url.host())) {
      return new Answer.Forbidden();
    }
    OkHttpClient guarded = guarded(dns);
    try (Response response = guarded.newCall(request(url, letter)).execute()) {
      readBeginning(response);
      return new Answer.Status(response.code());
    } catch (IOException e) {
      return new Answer.Broken(e);
    }
  }

  /** One client for each of the four kinds of calls, all on the same connections. */
  private OkHttpClient guarded(GuardedDns dns) {
    return guarded.computeIfAbsent(dns, guard -> client.newBuilder().dns(guard).build());
  }

  private Request request(HttpUrl url, Letter letter) {
    byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
    long now = clock.instant().getEpochSecond();
    return new Request.Builder()
        .url(url)
        .post(new OnceBody(body))
        .header("User-Agent", userAgent)
        .header("Accept-Encoding", "identity")
        .header("X-Webhook-Event", letter.event())
        .header("X-Webhook-Delivery", letter.id())
        .header("X-Webhook-Attempt", Integer.toString(letter.attempt()))
        .header("X-Webhook-Signature", WebhookSignature.hex(letter.secret(), body))
        .header("webhook-id", letter.id())
        .header("webhook-timestamp", Long.toString(now))
        .header(
            "webhook-signature", WebhookSignature.standard(letter.secret(), letter.id(), now, body))
        .build();
  }

  /** An answer that drips counts as no answer; one that does not end is left unread. */
  private static void readBeginning(Response response) throws IOException {
    response.body().source().request(ANSWER_BYTES);
  }

  /** OkHttp repeats a call at once when a 503 says {@code Retry-After: 0}; attempts are ours. */
  private static Response withoutInvitation(Response response) {
    return response.newBuilder().removeHeader("Retry-After").build();
  }
}
