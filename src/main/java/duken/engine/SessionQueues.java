package duken.engine;

import duken.engine.Watched.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queue of each session, and what is urgent in all of them. Guarded by whoever holds it. */
final class SessionQueues {

  private final Map<Lane, SessionQueue> queues = new HashMap<>();

  /** Those that somebody wants to know about at once and nobody asks about yet. */
  private final Set<Watched> urgent = new HashSet<>();

  boolean hasUrgent() {
    return !urgent.isEmpty();
  }

  void enqueue(Watched it) {
    queues.computeIfAbsent(it.lane, _ -> new SessionQueue()).add(it);
    if (it.urgent) {
      urgent.add(it);
    }
  }

  void dequeue(Watched it) {
    SessionQueue queue = queues.get(it.lane);
    if (queue != null && !it.asking) {
      queue.remove(it);
    }
    urgent.remove(it);
  }

  /** Due now, unless it is or is asked about. */
  void fallDue(Watched it, Instant now) {
    if (!it.asking && it.dueAt.isAfter(now)) {
      dequeue(it);
      it.dueAt = now;
      enqueue(it);
    }
  }

  /** The lanes in which a question is due. */
  Set<Lane> dueLanes(Instant now) {
    return queues.entrySet().stream()
        .filter(lane -> lane.getValue().hasDue(now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** What is chosen of a lane is urgent no longer. */
  List<Watched> take(Lane lane, Function<SessionQueue, List<Watched>> choice) {
    SessionQueue queue = queues.get(lane);
    List<Watched> taken = queue == null ? List.of() : choice.apply(queue);
    taken.forEach(urgent::remove);
    return taken;
  }

  /** How long nothing is due, at most {@code most}. */
  Duration untilNext(Instant now, Duration most) {
    return queues.values().stream()
        .flatMap(queue -> queue.nextDue(now).stream())
        .map(dueAt -> Duration.between(now, dueAt))
        .filter(wait -> wait.compareTo(most) < 0)
        .min(Comparator.naturalOrder())
        .orElse(most);
  }
}
