package duken.provider.smartpos;

import duken.domain.PaymentDetails;
import duken.provider.ProviderReply;
import duken.provider.ProviderReply.Accepted;
import duken.provider.ProviderReply.Declined;
import duken.provider.ProviderReply.Unknown;
import duken.provider.ProviderReply.Why;
import duken.provider.smartpos.Operation.Stage;
import duken.provider.smartpos.wire.ReplyReader;
import duken.provider.smartpos.wire.TerminalReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Starts payments and refunds: never a second one while the first may run, each on disk before the
 * terminal is asked and sent at most once (Smart POS, sections 11 and 12).
 */
final class Starts {

  /** An operation ends by itself within so long (Smart POS, section 12). */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int BUSY = 107;
  private static final int OLD_FIRMWARE = 404;

  private final Journal journal;
  private final InstantSource clock;
  private volatile LongConsumer hint = _ -> {};

  Starts(Journal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /** Who is told of an invoice something has happened to. */
  void onHint(LongConsumer listener) {
    hint = listener;
  }

  /**
   * The operation that may still run on a terminal, but this one.
   *
   * @param till whose terminal; null for the first, and what has no till runs there
   */
  Optional<Operation> other(long tenantId, String till, String key) {
    return journal.open(tenantId).stream()
        .filter(it -> !it.task().key().equals(key))
        .filter(it -> runsAt(it, till))
        .filter(it -> it.stage() != Stage.CLEARED)
        .findFirst();
  }

  /**
   * Starts an operation.
   *
   * @param call {@code payment} or {@code refund}
   */
  ProviderReply<Operation> start(
      long tenantId,
      TerminalSession session,
      Operation fresh,
      String call,
      Map<String, String> parameters) {
    session.lock().lock();
    try {
      Optional<Operation> same = journal.withKey(tenantId, fresh.task().key());
      if (same.isPresent()) {
        return same.get().processId() == null
            ? new Unknown<>("start_unknown")
            : new Accepted<>(same.get());
      }
      Optional<Operation> other = other(tenantId, fresh.till(), fresh.task().key());
      if (other.isPresent()) {
        return new Declined<>("terminal_busy", other.get().task().tenge() + " ₸", Why.REFUSED);
      }
      journal.keep(tenantId, fresh);
      return outcome(tenantId, fresh, session.call(call, parameters));
    } finally {
      session.lock().unlock();
    }
  }

  private ProviderReply<Operation> outcome(long tenantId, Operation fresh, TerminalReply reply) {
    return switch (reply) {
      case TerminalReply.Done(var data) -> {
        String processId = ReplyReader.text(data, "processId");
        if (processId == null) {
          yield new Unknown<>("start_unknown");
        }
        Operation running = fresh.running(processId);
        journal.keep(tenantId, running);
        believed(tenantId, fresh.till());
        yield new Accepted<>(running);
      }
      case TerminalReply.NoAnswer _ -> new Unknown<>("start_unknown");
      case TerminalReply.Refused(int code, String text) -> {
        over(tenantId, fresh);
        if (code == BUSY) {
          doubted(tenantId, fresh.till());
          yield new Declined<>("terminal_busy", text, Why.REFUSED);
        }
        believed(tenantId, fresh.till());
        yield new Declined<>(
            code == OLD_FIRMWARE ? "old_firmware" : "terminal_refused_" + code, text, Why.REFUSED);
      }
      case TerminalReply.TokenRefused(), TerminalReply.Unpaired() -> {
        over(tenantId, fresh);
        yield new Declined<>("pair_again", null, Why.SIGNED_OUT);
      }
      case TerminalReply.Stranger(String trouble) -> {
        over(tenantId, fresh);
        yield new Declined<>(trouble, null, Why.SIGNED_OUT);
      }
      case TerminalReply.NotSent(String code) -> {
        over(tenantId, fresh);
        yield new Declined<>(code, null, Why.NOT_SENT);
      }
    };
  }

  private void over(long tenantId, Operation fresh) {
    journal.keep(tenantId, fresh.ended("not_started", PaymentDetails.NONE));
  }

  /** The terminal took work: nothing of what a person did not see is running. */
  void believed(long tenantId, String till) {
    for (Operation it : cleared(tenantId, till)) {
      journal.keep(tenantId, it.ended("cleared", PaymentDetails.NONE));
      hint.accept(it.task().invoiceId());
    }
  }

  /** The terminal is at work: back to the question what it shows. */
  private void doubted(long tenantId, String till) {
    for (Operation it : cleared(tenantId, till)) {
      if (clock.instant().isBefore(it.startedAt().plus(LONGEST))) {
        journal.keep(tenantId, it.at(Stage.UNDECIDED));
      }
    }
  }

  private List<Operation> cleared(long tenantId, String till) {
    return journal.open(tenantId).stream()
        .filter(it -> it.stage() == Stage.CLEARED && runsAt(it, till))
        .toList();
  }

  /** What has no till is from before there were several: it may run on any. */
  private static boolean runsAt(Operation operation, String till) {
    return operation.till() == null || till == null || operation.till().equals(till);
  }
}
