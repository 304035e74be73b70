package duken.gateway.guard;

import duken.gateway.http.HttpRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import duken.security.ForwardedAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many callbacks one address may send in a minute (ePay sheet, section 6.3). */
public final class CallbackLimiter {

  private static final int MANY_ADDRESSES = 10_000;

  private final Map<String, SlidingWindowLog> logs = new ConcurrentHashMap<>();
  private final int perMinute;
  private final ForwardedAddress addresses;
  private final InstantSource clock;

  /**
   * @param addresses finds where a call came from when proxies stand between
   */
  public CallbackLimiter(int perMinute, ForwardedAddress addresses, InstantSource clock) {
    this.perMinute = perMinute;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * Counts a callback.
   *
   * @return the address it came from
   * @throws HttpRefusal RATE_LIMITED with {@code Retry-After}
   */
  public String count(HttpRequest httpRequest) {
    List<String> forwarded = httpRequest.headers().getOrDefault("x-forwarded-for", List.of());
    String source = addresses.of(httpRequest.remoteAddress(), forwarded);
    if (logs.size() > MANY_ADDRESSES) {
      logs.values().removeIf(SlidingWindowLog::isIdle);
    }
    SlidingWindowLog.Standing standing =
        logs.computeIfAbsent(source, _ -> new SlidingWindowLog(perMinute, clock)).tryAccept();
    if (!standing.accepted()) {
      throw HttpRefusal.tryAfter(Problem.RATE_LIMITED, standing.secondsUntilReset());
    }
    return source;
  }
}
