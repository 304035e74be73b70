package duken.provider.smartpos;

import duken.provider.smartpos.wire.ProcessState;
import duken.provider.smartpos.wire.TerminalReply;
import duken.provider.smartpos.wire.TerminalReply.Done;
import duken.provider.smartpos.wire.TerminalReply.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks what became of an operation: {@code status} no faster than twice a second, {@code actualize}
 * only after an {@code unknown} and at least ten seconds after the last one, over restarts too
 * (Smart POS, sections 8 and 12).
 */
final class StatusQuestions {

  private static final Duration SHORTEST = Duration.ofMillis(600);
  private static final Duration ACTUALIZE_GAP = Duration.ofSeconds(10);
  private static final Duration ACTUALIZE_LATER = Duration.ofMinutes(5);
  private static final Duration ACTUALIZE_OFTEN = Duration.ofMinutes(10);
  private static final int FORGOTTEN = 101;

  private final Journal journal;
  private final InstantSource clock;
  private final Map<String, Heard> last = new ConcurrentHashMap<>();

  StatusQuestions(Journal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
  }

  private record Heard(Instant at, Said said) {

    boolean isFresh(Instant now) {
      return now.isBefore(at.plus(SHORTEST)) && !now.isBefore(at);
    }
  }

  /** What was learnt. */
  sealed interface Said {

    /** The terminal spoke of it. */
    record State(ProcessState state, Operation operation) implements Said {}

    /** The terminal knows no such process. */
    record Forgotten(Operation operation) implements Said {}

    /** Nothing of use came. */
    record Silence(TerminalReply reply) implements Said {}
  }

  /** Asks, or repeats what was heard a moment ago. Whoever calls holds the terminal's lock. */
  Said ask(long tenantId, TerminalSession session, Operation operation) {
    Instant now = clock.instant();
    last.values().removeIf(heard -> !heard.isFresh(now));
    Heard before = last.get(operation.task().key());
    if (before != null) {
      return before.said();
    }
    Said said = heard(tenantId, operation, session.call("status", process(operation)));
    if (said instanceof Said.State(ProcessState state, Operation known)
        && state.status().equals("unknown")
        && isDue(known, clock.instant())) {
      said = actualized(tenantId, session, known, said);
    }
    last.put(operation.task().key(), new Heard(clock.instant(), said));
    return said;
  }

  /** How long until {@code actualize} makes sense again. */
  Duration untilActualize(Operation operation) {
    Instant now = clock.instant();
    Instant due = due(operation);
    return now.isBefore(due) ? Duration.between(now, due) : Duration.ofSeconds(1);
  }

  private Said actualized(
      long tenantId, TerminalSession session, Operation operation, Said unknown) {
    journal.keep(tenantId, operation.actualized(clock.instant()));
    TerminalReply reply = session.call("actualize", process(operation));
    Operation after = operation.actualized(clock.instant());
    journal.keep(tenantId, after);
    return reply instanceof Done(var data)
        ? new Said.State(ProcessState.of(data), after)
        : unknown instanceof Said.State(ProcessState state, Operation _)
            ? new Said.State(state, after)
            : unknown;
  }

  private Said heard(long tenantId, Operation operation, TerminalReply reply) {
    return switch (reply) {
      case Done(var data) -> {
        ProcessState state = ProcessState.of(data);
        boolean begun =
            state.step() != null
                && !state.step().equals("Initialize")
                && !state.step().equals("WaitUser")
                && state.status().equals("wait");
        Operation known = operation;
        if (begun && !operation.doubt().touched()) {
          known = operation.begun();
          journal.keep(tenantId, known);
        }
        yield new Said.State(state, known);
      }
      case Refused(int code, String _) when code == FORGOTTEN -> {
        Operation known = operation.forgottenAgain();
        journal.keep(tenantId, known);
        yield new Said.Forgotten(known);
      }
      default -> new Said.Silence(reply);
    };
  }

  private static Map<String, String> process(Operation operation) {
    return Map.of("processId", operation.processId());
  }

  private static boolean isDue(Operation operation, Instant now) {
    return !now.isBefore(due(operation));
  }

  private static Instant due(Operation operation) {
    if (operation.doubt().actualizedAt() == null) {
      return Instant.MIN;
    }
    boolean often =
        operation.doubt().unknownSince() == null
            || operation
                .doubt()
                .actualizedAt()
                .isBefore(operation.doubt().unknownSince().plus(ACTUALIZE_OFTEN));
    return operation.doubt().actualizedAt().plus(often ? ACTUALIZE_GAP : ACTUALIZE_LATER);
  }
}
