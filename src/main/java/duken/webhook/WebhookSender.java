package duken.webhook;

import duken.domain.Mode;
import duken.security.WebhookSignature;
import duken.security.WebhookUrlRules;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.HttpUrl;

/**
 * Makes one attempt: signs the stored bytes, sends them once, judges the answer (gateway contract,
 * section 15). Follows no redirect, uses no proxy, keeps no connection: receivers close kept ones
 * whenever they like, and a request that died on such a one would wait for its next attempt.
 */
public final class WebhookSender implements AutoCloseable {

  /** What connecting, sending and the answer may take together (gateway contract, section 15). */
  public static final Duration TIME_LIMIT = Duration.ofSeconds(10);

  private final WebhookUrlRules rules;
  private final WebhookUrlRules.Resolver resolver;
  private final InstantSource clock;
  private final String userAgent;
  private final Duration timeLimit;
  private final SSLSocketFactory tls;

  /** Threads that wait for the system's resolver; as many as look-ups hang, each for itself. */
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("webhook name look-up ", 1).factory());

  /**
   * A sender that trusts the certificates this computer trusts.
   *
   * @param version of the engine, for {@code User-Agent}
   * @param timeLimit of one attempt, {@link #TIME_LIMIT} in production
   */
  public WebhookSender(
      WebhookUrlRules rules,
      WebhookUrlRules.Resolver resolver,
      InstantSource clock,
      String version,
      Duration timeLimit) {
    this(
        rules,
        resolver,
        clock,
        version,
        timeLimit,
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  WebhookSender(
      WebhookUrlRules rules,
      WebhookUrlRules.Resolver resolver,
      InstantSource clock,
      String version,
      Duration timeLimit,
      SSLSocketFactory tls) {
    this.rules = rules;
    this.resolver = resolver;
    this.clock = clock;
    this.userAgent = "Duken/" + version;
    this.timeLimit = timeLimit;
    this.tls = tls;
  }

  /** Makes the attempt. Blocks up to the time limit, throws nothing. */
  Verdict send(WebhookRequest webhookRequest) {
    return Verdict.on(answerTo(webhookRequest));
  }

  @Override
  public void close() {
    lookups.shutdown();
  }

  private ReceiverAnswer answerTo(WebhookRequest webhookRequest) {
    HttpUrl url = HttpUrl.parse(webhookRequest.url());
    if (url == null) {
      return new ReceiverAnswer.Forbidden();
    }
    long deadline = System.nanoTime() + timeLimit.toNanos();
    GuardedDns dns =
        new GuardedDns(
            rules,
            resolver,
            url.isHttps(),
            webhookRequest.scope().mode() == Mode.LIVE,
            lookups,
            timeLimit);
    byte[] body = webhookRequest.body().getBytes(StandardCharsets.UTF_8);
    try {
      List<InetAddress> addresses = dns.lookup(url.host());
      WebhookExchange exchange = new WebhookExchange(url, tls, deadline);
      return new ReceiverAnswer.Status(
          exchange.post(addresses, headers(webhookRequest, body), body));
    } catch (IOException e) {
      return new ReceiverAnswer.Broken(e);
    }
  }

  private Map<String, String> headers(WebhookRequest webhookRequest, byte[] body) {
    long now = clock.instant().getEpochSecond();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", userAgent);
    headers.put("Accept", "*/*");
    headers.put("Accept-Encoding", "identity");
    headers.put("X-Webhook-Event", webhookRequest.event());
    headers.put("X-Webhook-Delivery", webhookRequest.id());
    headers.put("X-Webhook-Attempt", Integer.toString(webhookRequest.attempt()));
    headers.put("X-Webhook-Signature", WebhookSignature.hex(webhookRequest.secret(), body));
    headers.put("webhook-id", webhookRequest.id());
    headers.put("webhook-timestamp", Long.toString(now));
    headers.put(
        "webhook-signature",
        WebhookSignature.standard(webhookRequest.secret(), webhookRequest.id(), now, body));
    return headers;
  }
}
