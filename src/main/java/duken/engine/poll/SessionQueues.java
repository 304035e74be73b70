package duken.engine.poll;

import duken.engine.poll.PolledInvoice.ProviderSession;
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

  private final Map<ProviderSession, SessionQueue> queues = new HashMap<>();

  /** Those that somebody wants to know about at once and nobody asks about yet. */
  private final Set<PolledInvoice> urgent = new HashSet<>();

  boolean hasUrgent() {
    return !urgent.isEmpty();
  }

  void enqueue(PolledInvoice it) {
    queues.computeIfAbsent(it.providerSession, _ -> new SessionQueue()).add(it);
    if (it.urgent) {
      urgent.add(it);
    }
  }

  void dequeue(PolledInvoice it) {
    SessionQueue queue = queues.get(it.providerSession);
    if (queue != null && !it.asking) {
      queue.remove(it);
    }
    urgent.remove(it);
  }

  /** Due now, unless it is or is asked about. */
  void fallDue(PolledInvoice it, Instant now) {
    if (!it.asking && it.dueAt.isAfter(now)) {
      dequeue(it);
      it.dueAt = now;
      enqueue(it);
    }
  }

  Set<ProviderSession> dueLanes(Instant now) {
    return queues.entrySet().stream()
        .filter(session -> session.getValue().hasDue(now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** What is chosen of a session is urgent no longer. */
  List<PolledInvoice> take(
      ProviderSession providerSession, Function<SessionQueue, List<PolledInvoice>> choice) {
    SessionQueue queue = queues.get(providerSession);
    List<PolledInvoice> taken = queue == null ? List.of() : choice.apply(queue);
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
