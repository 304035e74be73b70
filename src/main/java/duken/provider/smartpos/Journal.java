package duken.provider.smartpos;

import duken.provider.account.ProviderVault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was started on each shop's terminals: on disk before the terminal is asked, so that a
 * restart finds what may still run. What is over is kept for two days. Whoever changes it holds the
 * terminal's lock.
 */
final class Journal {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Operation>> OPERATIONS = new TypeReference<>() {};
  private static final String NAME = "operations";
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int MOST_ENDED = 200;
  private static final char AT_TILL = '@';
  private static final Comparator<Operation> FIRST_STARTED =
      Comparator.comparing(Operation::startedAt)
          .thenComparing(operation -> operation.task().invoiceId());

  private final ProviderVault vault;
  private final InstantSource clock;
  private final Map<Long, List<Operation>> known = new ConcurrentHashMap<>();

  /** Two terminals of a shop may begin at once. */
  private final ReentrantLock lock = new ReentrantLock();

  Journal(ProviderVault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
  }

  Optional<Operation> withKey(long tenantId, String key) {
    return first(tenantId, it -> it.task().key().equals(key));
  }

  Optional<Operation> withProcess(long tenantId, String handle) {
    int at = handle.indexOf(AT_TILL);
    return at < 0
        ? all(tenantId).stream().filter(it -> handle.equals(it.processId())).min(FIRST_STARTED)
        : first(
            tenantId,
            it ->
                handle.substring(0, at).equals(it.processId())
                    && handle.substring(at + 1).equals(it.till()));
  }

  /**
   * What a running operation is called outside: the terminal's own number, with the till behind it
   * where another terminal of the shop has given the same number before.
   */
  String handle(long tenantId, Operation running) {
    boolean taken =
        all(tenantId).stream()
            .filter(it -> running.processId().equals(it.processId()))
            .filter(it -> !it.task().key().equals(running.task().key()))
            .anyMatch(it -> FIRST_STARTED.compare(it, running) < 0);
    return taken && running.till() != null
        ? running.processId() + AT_TILL + running.till()
        : running.processId();
  }

  /** What is not certainly over, the oldest first. */
  List<Operation> open(long tenantId) {
    return all(tenantId).stream().filter(it -> !it.isOver()).toList();
  }

  /** What is not over goes on under the name by which its terminal knows us now. */
  void move(long tenantId, String till, String next) {
    lock.lock();
    try {
      open(tenantId).stream()
          .filter(it -> till.equals(it.till()))
          .forEach(it -> replace(tenantId, it.of(next)));
    } finally {
      lock.unlock();
    }
  }

  /** Keeps an operation in the place of the one with the same key. On disk when this returns. */
  void keep(long tenantId, Operation operation) {
    lock.lock();
    try {
      replace(tenantId, operation);
    } finally {
      lock.unlock();
    }
  }

  private void replace(long tenantId, Operation operation) {
    List<Operation> next = new ArrayList<>(all(tenantId));
    next.removeIf(it -> it.task().key().equals(operation.task().key()));
    next.add(operation);
    Instant old = clock.instant().minus(KEPT);
    next.removeIf(it -> it.isOver() && it.startedAt().isBefore(old));
    long ended = next.stream().filter(Operation::isOver).count();
    while (ended-- > MOST_ENDED) {
      next.remove(next.stream().filter(Operation::isOver).findFirst().orElseThrow());
    }
    vault.save(tenantId, NAME, JSON.writeValueAsString(next));
    known.put(tenantId, List.copyOf(next));
  }

  private Optional<Operation> first(long tenantId, Predicate<Operation> wanted) {
    return all(tenantId).stream().filter(wanted).findFirst();
  }

  private List<Operation> all(long tenantId) {
    return known.computeIfAbsent(tenantId, this::load);
  }

  private List<Operation> load(long tenantId) {
    try {
      return vault
          .load(tenantId, NAME)
          .map(text -> JSON.readValue(text, OPERATIONS))
          .map(List::copyOf)
          .orElse(List.of());
    } catch (JacksonException e) {
      throw new IllegalStateException("the journal of a terminal cannot be read", e);
    }
  }
}
