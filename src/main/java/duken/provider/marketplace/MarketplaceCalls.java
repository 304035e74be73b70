package duken.provider.marketplace;

import duken.provider.http.BankHttp;
import duken.provider.http.HttpOutcome;
import duken.provider.http.HttpOutcome.Answered;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls to the API, one at a time per token. Repeats nothing and follows no redirect: the token
 * would leak.
 */
final class MarketplaceCalls {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final String TYPE = "application/vnd.api+json";
  private static final MediaType BODY = MediaType.get(TYPE);
  // Some hosts answer no client that names itself as a library does (sheet, section 1).
  private static final String AGENT = "Duken/1.0 (order import)";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final BankHttp http;
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  MarketplaceCalls(BankHttp http) {
    this.http = http;
  }

  /** The lock that whoever calls with this token holds: over a call, or over several. */
  ReentrantLock lock(MarketplaceAccount account) {
    return turns.computeIfAbsent(account.token(), _ -> new ReentrantLock(true));
  }

  /**
   * Reads.
   *
   * @param path below the base
   * @param query by name, in the clear
   */
  MarketplaceReply get(
      MarketplaceAccount account,
      String name,
      String path,
      Map<String, String> query,
      Deadline deadline) {
    return call(account, name, request(account, path, query).get().build(), deadline);
  }

  /** Writes, once. */
  MarketplaceReply post(
      MarketplaceAccount account,
      String name,
      Object body,
      Map<String, String> headers,
      Deadline deadline) {
    Request.Builder request = request(account, "/orders", Map.of());
    headers.forEach(request::header);
    return call(
        account,
        name,
        request.post(RequestBody.create(JSON.writeValueAsBytes(body), BODY)).build(),
        deadline);
  }

  private static Request.Builder request(
      MarketplaceAccount account, String path, Map<String, String> query) {
    HttpUrl.Builder url = HttpUrl.get(account.base() + path).newBuilder();
    query.forEach((key, value) -> url.addEncodedQueryParameter(encoded(key), encoded(value)));
    Request.Builder request =
        new Request.Builder()
            .url(url.build())
            .header("Content-Type", TYPE)
            .header("Accept", TYPE)
            .header("User-Agent", AGENT)
            .header("X-Auth-Token", account.token());
    return account.shop() == null ? request : request.header("X-Merchant-Uid", account.shop());
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  private MarketplaceReply call(
      MarketplaceAccount account, String name, Request request, Deadline deadline) {
    ReentrantLock lock = lock(account);
    Deadline own = deadline.isOpen() ? deadline : deadline.orIn(LIMIT);
    if (!own.take(lock)) {
      return new MarketplaceReply.NotSent();
    }
    try {
      Duration left = own.orIn(LIMIT).left();
      if (left.compareTo(SHORTEST) < 0) {
        return new MarketplaceReply.NotSent();
      }
      return switch (http.call(name, request, left)) {
        case Answered answer -> reply(answer);
        case HttpOutcome.NotSent _ -> new MarketplaceReply.NotSent();
        case HttpOutcome.Lost _ -> new MarketplaceReply.Lost();
      };
    } finally {
      lock.unlock();
    }
  }

  private static MarketplaceReply reply(Answered answer) {
    int status = answer.status();
    if (status == 401 || status == 403) {
      return new MarketplaceReply.Unauthorized();
    }
    if (status == 429) {
      return new MarketplaceReply.Busy();
    }
    if (status >= 500) {
      return new MarketplaceReply.Failed(status);
    }
    if (status != 200) {
      return new MarketplaceReply.Refused(status);
    }
    try {
      JsonNode body = JSON.readTree(answer.body());
      return body != null && body.isObject()
          ? new MarketplaceReply.Success(body)
          : new MarketplaceReply.Lost();
    } catch (JacksonException _) {
      return new MarketplaceReply.Lost();
    }
  }
}
