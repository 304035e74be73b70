package duken.gateway.guard;

import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
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
  private final Map<String, SlidingLog> logs = new ConcurrentHashMap<>();

  /** An empty record. */
  public FailedSignIns(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Notes a failure.
   *
   * @return what to answer: UNAUTHORIZED, or RATE_LIMITED when this address failed too often
   */
  public Refused note(String address) {
    if (logs.size() > MANY_ADDRESSES) {
      logs.values().removeIf(SlidingLog::isIdle);
    }
    SlidingLog.Standing standing =
        logs.computeIfAbsent(address, _ -> new SlidingLog(PER_MINUTE, clock)).tryAccept();
    return standing.accepted()
        ? Refused.because(Problem.UNAUTHORIZED)
        : Refused.tryAfter(Problem.RATE_LIMITED, standing.secondsUntilReset());
  }
}
