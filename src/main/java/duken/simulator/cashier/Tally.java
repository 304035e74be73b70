package duken.simulator.cashier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts calls, effects and looks at operations, so that a test can see manners. */
public final class Tally {

  private static final int MOST_POLLS = 10_000;

  /** Something that was really done. */
  public enum Effect {
    SMS,
    SIGN_IN,
    QR,
    BILL,
    CANCEL,
    RETURN
  }

  private final Map<String, Integer> requests = new TreeMap<>();
  private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
  private final Map<Long, List<Instant>> polls = new HashMap<>();

  private int underWay;
  private int mostAtOnce;

  public synchronized Counts counts() {
    return new Counts(
        Map.copyOf(requests),
        mostAtOnce,
        of(Effect.SMS),
        of(Effect.SIGN_IN),
        of(Effect.QR),
        of(Effect.BILL),
        of(Effect.CANCEL),
        of(Effect.RETURN));
  }

  /** When somebody asked for this operation's status (the last ten thousand times). */
  public synchronized List<Instant> polls(long id) {
    return List.copyOf(polls.getOrDefault(id, List.of()));
  }

  /** Starts to count anew. */
  public synchronized void clear() {
    requests.clear();
    effects.clear();
    polls.clear();
    mostAtOnce = underWay;
  }

  synchronized void begin(String path, String label) {
    requests.merge(path, 1, Integer::sum);
    if (!label.equals(path)) {
      requests.merge(label, 1, Integer::sum);
    }
    underWay++;
    mostAtOnce = Math.max(mostAtOnce, underWay);
  }

  synchronized void end() {
    underWay--;
  }

  public synchronized void done(Effect effect) {
    effects.merge(effect, 1, Integer::sum);
  }

  synchronized void polled(long id, Instant at) {
    List<Instant> times = polls.computeIfAbsent(id, _ -> new ArrayList<>());
    if (times.size() == MOST_POLLS) {
      times.removeFirst();
    }
    times.add(at);
  }

  private int of(Effect effect) {
    return effects.getOrDefault(effect, 0);
  }
}
