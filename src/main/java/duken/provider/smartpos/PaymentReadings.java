package duken.provider.smartpos;

import duken.domain.Money;
import duken.domain.PaymentDetails;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ended;
import duken.provider.ProviderReading.Ending;
import duken.provider.ProviderReading.NotFound;
import duken.provider.ProviderReading.Paid;
import duken.provider.ProviderReading.Silent;
import duken.provider.ProviderReading.Undecided;
import duken.provider.smartpos.Operation.Stage;
import duken.provider.smartpos.StatusQuestions.Said;
import duken.provider.smartpos.wire.ProcessState;
import duken.provider.smartpos.wire.TerminalReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Reads what became of payments; what ended one is in the journal before it is told. */
final class PaymentReadings {

  private static final String PAID = "paid";
  private static final String MISMATCH = "mismatch";
  private static final int FORGOTTEN_FOR_GOOD = 4;
  private static final Duration FRESH = Duration.ofSeconds(60);
  private static final Duration LATER = Duration.ofSeconds(2);

  private final Journal journal;
  private final Terminals terminals;
  private final StatusQuestions questions;
  private final InstantSource clock;

  PaymentReadings(
      Journal journal, Terminals terminals, StatusQuestions questions, InstantSource clock) {
    this.journal = journal;
    this.terminals = terminals;
    this.questions = questions;
    this.clock = clock;
  }

  ProviderReading read(PaymentRef payment) {
    TerminalSession session =
        terminals.of(
            payment.tenantId(), journal.withProcess(payment.tenantId(), payment.operationId()));
    session.lock().lock();
    try {
      Optional<Operation> known = journal.withProcess(payment.tenantId(), payment.operationId());
      if (known.isEmpty()) {
        return new Silent("not_in_the_journal", false, null);
      }
      Operation operation = known.get();
      return switch (operation.stage()) {
        case OVER -> over(operation);
        case UNDECIDED, CLEARED -> new Undecided("terminal_forgot", null, null);
        case STARTED, RUNNING ->
            said(payment.tenantId(), questions.ask(payment.tenantId(), session, operation));
      };
    } finally {
      session.lock().unlock();
    }
  }

  private ProviderReading said(long tenantId, Said said) {
    return switch (said) {
      case Said.State(ProcessState state, Operation operation) -> state(tenantId, state, operation);
      case Said.Forgotten(Operation operation) -> {
        if (operation.doubt().forgotten() < FORGOTTEN_FOR_GOOD) {
          yield new NotFound();
        }
        journal.keep(tenantId, operation.at(Stage.UNDECIDED));
        yield new Undecided("terminal_forgot", null, null);
      }
      case Said.Silence(TerminalReply.Stranger(String trouble)) -> new Silent(trouble, true, null);
      case Said.Silence(TerminalReply.Unpaired()) -> new Silent("pair_again", true, null);
      case Said.Silence(TerminalReply.Refused(int code, String _)) ->
          new Silent("terminal_refused_" + code, false, null);
      case Said.Silence _ -> new Silent("no_answer", false, null);
    };
  }

  private ProviderReading state(long tenantId, ProcessState state, Operation operation) {
    return switch (state.status()) {
      case "success" -> {
        ProviderReading reading = TerminalStatusMapper.paid(state, operation);
        boolean paid = reading instanceof Paid;
        journal.keep(
            tenantId,
            operation.ended(paid ? PAID : MISMATCH, TerminalStatusMapper.told(state, operation)));
        yield reading;
      }
      case "fail" -> {
        Ended ended = (Ended) TerminalStatusMapper.failed(state, operation);
        journal.keep(
            tenantId,
            operation.ended(ended.ending().name(), PaymentDetails.NONE.with("word", ended.word())));
        yield ended;
      }
      case "unknown" -> TerminalStatusMapper.waiting(state, questions.untilActualize(operation));
      default -> TerminalStatusMapper.waiting(state, isFresh(operation) ? null : LATER);
    };
  }

  private boolean isFresh(Operation operation) {
    return clock.instant().isBefore(operation.startedAt().plus(FRESH));
  }

  private static ProviderReading over(Operation operation) {
    return switch (operation.outcome().end()) {
      case PAID ->
          new Paid(
              null,
              Money.ofTenge(operation.task().tenge()),
              null,
              null,
              null,
              operation.outcome().details());
      case MISMATCH -> new Undecided("amount_mismatch", null, null);
      case TerminalDevice.SEEN, TerminalDevice.CLEARED ->
          new Undecided("terminal_forgot", null, null);
      default ->
          new Ended(
              Ending.valueOf(operation.outcome().end()),
              operation.outcome().details().metadata().get("word"));
    };
  }
}
