package duken.simulator.cashier.request;

import duken.simulator.ledger.BankTime;
import duken.simulator.proof.WallTime;
import duken.simulator.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Nothing old and nothing twice: {@code X-Time} and {@code X-Request-ID} (sections 4 and 12). */
public final class Freshness {

  private static final Duration OLDEST = Duration.ofMinutes(5);
  private static final int REMEMBERED = 50_000;
  private static final Pattern UUID =
      Pattern.compile("[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}");

  private final Set<String> seen = new LinkedHashSet<>();
  private final BankTime time;

  public Freshness(BankTime time) {
    this.time = time;
  }

  /** The time a request says it was made. */
  public static Instant saidTime(Request request) {
    return read("X-Time", Forms.one(request, "X-Time"));
  }

  /** A time text of the protocol. */
  public static Instant read(String check, String text) {
    return WallTime.read(text)
        .orElseThrow(
            () -> RefusedCall.breach(check, "is not local time with offset and milliseconds"));
  }

  /** A time must be within five minutes of the bank's. */
  public void check(String name, Instant said) {
    Duration off = Duration.between(said, time.wall()).abs();
    if (off.compareTo(OLDEST) > 0) {
      throw RefusedCall.unproven(name, "is %d s off the bank's time".formatted(off.toSeconds()));
    }
  }

  /** A request's name must be new, also when the call is a repeat. */
  public synchronized void checkRequestId(Request request) {
    Forms.matches(request, "X-Request-ID", UUID);
    if (!seen.add(Forms.one(request, "X-Request-ID"))) {
      throw RefusedCall.breach("X-Request-ID", "was used before");
    }
    if (seen.size() > REMEMBERED) {
      Iterator<String> oldest = seen.iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
