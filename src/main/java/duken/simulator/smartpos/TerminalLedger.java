package duken.simulator.smartpos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the terminal has done: one operation at a time, results kept until it forgets them. */
final class TerminalLedger {

  private final Clock clock;
  private final Map<String, TerminalOperation> operations = new LinkedHashMap<>();
  private long next;
  private long transaction = 500_000_000L;
  private Duration life = Duration.ofSeconds(120);
  private Duration memory = Duration.ofMinutes(30);

  TerminalLedger(Clock clock) {
    this.clock = clock;
    this.next = clock.millis();
  }

  synchronized void life(Duration time) {
    life = time;
  }

  synchronized void memory(Duration time) {
    memory = time;
  }

  synchronized TerminalOperation start(boolean refund, long amount, String sale, String method) {
    String id = Long.toString(next++);
    TerminalOperation fresh =
        new TerminalOperation(
            id,
            refund,
            amount,
            sale,
            method,
            new TerminalOperation.Word("wait", "Initialize", null),
            null,
            new TerminalOperation.Doubt(0, null),
            new TerminalOperation.Times(clock.instant(), null, null));
    operations.put(id, fresh);
    return fresh;
  }

  /** The one that may still run. */
  synchronized Optional<TerminalOperation> running() {
    tick();
    return operations.values().stream().filter(TerminalOperation::isRunning).findFirst();
  }

  synchronized Optional<TerminalOperation> find(String processId) {
    tick();
    return Optional.ofNullable(operations.get(processId));
  }

  synchronized List<TerminalOperation> all() {
    return new ArrayList<>(operations.values());
  }

  synchronized TerminalOperation put(TerminalOperation changed) {
    operations.put(changed.processId(), changed);
    return changed;
  }

  /** The successful sale with this transaction. */
  synchronized Optional<TerminalOperation> sale(String id) {
    return operations.values().stream()
        .filter(it -> !it.refund() && it.isDone() && id.equals(it.transaction()))
        .findFirst();
  }

  /** How much of a sale went back, and may be going back. */
  synchronized long refunded(String id) {
    return operations.values().stream()
        .filter(TerminalOperation::refund)
        .filter(it -> id.equals(it.sale()) && !it.word().status().equals("fail"))
        .mapToLong(TerminalOperation::amount)
        .sum();
  }

  synchronized TerminalOperation succeed(TerminalOperation it, String method) {
    return put(it.paid(method, Long.toString(++transaction)));
  }

  /** A restart that loses the results. */
  synchronized void forget() {
    operations.clear();
  }

  private void tick() {
    Instant now = clock.instant();
    operations.replaceAll(
        (_, it) ->
            it.isRunning() && !now.isBefore(it.times().startedAt().plus(life))
                ? it.at("fail", it.word().step(), "Время вышло")
                : it);
    operations
        .values()
        .removeIf(
            it -> !it.isRunning() && now.isAfter(it.times().startedAt().plus(life).plus(memory)));
  }
}
