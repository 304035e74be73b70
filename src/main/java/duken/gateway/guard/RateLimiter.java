package duken.gateway.guard;

import duken.domain.tenant.ApiKey;
import duken.engine.admin.ShopAccess.Holder;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limit of calls per minute, one counter for all keys of a shop (gateway contract, section 5).
 * Windows are not counted.
 */
public final class RateLimiter {

  private final int perMinute;
  private final InstantSource clock;
  private final Map<Long, SlidingWindowLog> logs = new ConcurrentHashMap<>();

  public RateLimiter(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /**
   * Counts a call.
   *
   * @return the headers of its answer
   * @throws HttpRefusal RATE_LIMITED with {@code Retry-After} and the same headers
   */
  public Map<String, String> count(Holder holder) {
    SlidingWindowLog log = log(holder);
    boolean counted = holder.key().role() == ApiKey.Role.API;
    SlidingWindowLog.Standing standing = counted ? log.tryAccept() : log.look();
    Map<String, String> headers = headers(standing);
    if (counted && !standing.accepted()) {
      Map<String, String> more = new HashMap<>(headers);
      more.put("Retry-After", Long.toString(standing.secondsUntilReset()));
      throw new HttpRefusal(Problem.RATE_LIMITED, Map.of(), more);
    }
    return headers;
  }

  /** The headers of an answer to a call that is not counted. */
  public Map<String, String> look(Holder holder) {
    SlidingWindowLog log = log(holder);
    return headers(log.look());
  }

  private SlidingWindowLog log(Holder holder) {
    return logs.computeIfAbsent(holder.tenant().id(), _ -> new SlidingWindowLog(perMinute, clock));
  }

  private static Map<String, String> headers(SlidingWindowLog.Standing standing) {
    long reset = standing.at().getEpochSecond() + standing.secondsUntilReset();
    return Map.of(
        "X-RateLimit-Limit", Integer.toString(standing.limit()),
        "X-RateLimit-Remaining", Integer.toString(standing.remaining()),
        "X-RateLimit-Reset", Long.toString(reset));
  }
}
