package duken.gateway.guard;

import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down whoever guesses keys: 30 failures a minute for each address (gateway contract, section
 * 5). A right key is never refused because of others' wrong ones.
 */
public final class FailedSignIns {

  private static final int PER_MINUTE = 30;
  private static final int MANY_ADDRESSES = 10_000;

  private final InstantSource clock;
  private final Map<String, SlidingWindowLog> logs = new ConcurrentHashMap<>();

  /** An empty record. */
  public FailedSignIns(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Notes a failure.
   *
   * @return what to answer: UNAUTHORIZED, or RATE_LIMITED when this address failed too often
   */
  public HttpRefusal note(String address) {
    if (logs.size() > MANY_ADDRESSES) {
      logs.values().removeIf(SlidingWindowLog::isIdle);
    }
    SlidingWindowLog.Standing standing =
        logs.computeIfAbsent(address, _ -> new SlidingWindowLog(PER_MINUTE, clock)).tryAccept();
    return standing.accepted()
        ? HttpRefusal.because(Problem.UNAUTHORIZED)
        : HttpRefusal.tryAfter(Problem.RATE_LIMITED, standing.secondsUntilReset());
  }
}
