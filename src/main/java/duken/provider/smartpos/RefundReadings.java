package duken.provider.smartpos;

import duken.domain.PaymentDetails;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.smartpos.Operation.Stage;
import duken.provider.smartpos.StatusQuestions.Said;
import duken.provider.smartpos.wire.ProcessState;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what became of refunds. One whose start or end is unsure is never sent again: it stays
 * under way until the terminal or a person has said how it ended (Smart POS, section 9).
 */
final class RefundReadings {

  private static final Logger LOG = LoggerFactory.getLogger(RefundReadings.class);
  private static final String DONE = "done";
  private static final String FAILED = "failed";
  private static final String MISMATCH = "mismatch";
  private static final int FORGOTTEN_FOR_GOOD = 4;

  private final Journal journal;
  private final Terminals terminals;
  private final StatusQuestions questions;
  private final TerminalDevice device;

  RefundReadings(
      Journal journal, Terminals terminals, StatusQuestions questions, TerminalDevice device) {
    this.journal = journal;
    this.terminals = terminals;
    this.questions = questions;
    this.device = device;
  }

  RefundReading read(long tenantId, String key) {
    TerminalSession session = terminals.of(tenantId, journal.withKey(tenantId, key));
    session.lock().lock();
    try {
      Optional<Operation> known = journal.withKey(tenantId, key);
      if (known.isEmpty()) {
        // It was surely never sent, and a refund begins before the terminal with a person there.
        return new RefundReading.Failed("not_started", null);
      }
      if (device.isCleared(tenantId, known)) {
        return new RefundReading.Failed("nothing_on_the_terminal", null);
      }
      Operation operation = known.get();
      return switch (operation.stage()) {
        case OVER -> over(operation);
        case RUNNING -> said(tenantId, questions.ask(tenantId, session, operation));
        case STARTED, UNDECIDED, CLEARED -> new RefundReading.UnderWay();
      };
    } finally {
      session.lock().unlock();
    }
  }

  private RefundReading said(long tenantId, Said said) {
    return switch (said) {
      case Said.State(ProcessState state, Operation operation) -> state(tenantId, state, operation);
      case Said.Forgotten(Operation operation) -> {
        if (operation.doubt().forgotten() >= FORGOTTEN_FOR_GOOD) {
          journal.keep(tenantId, operation.at(Stage.UNDECIDED));
        }
        yield new RefundReading.UnderWay();
      }
      case Said.Silence _ -> new RefundReading.Silent("no_answer");
    };
  }

  private RefundReading state(long tenantId, ProcessState state, Operation operation) {
    return switch (state.status()) {
      case "success" -> {
        RefundReading reading = TerminalStatusMapper.refunded(state, operation);
        boolean done = reading instanceof RefundReading.Done;
        if (!done) {
          LOG.warn("process {}: another sum went back than was asked for", operation.processId());
        }
        journal.keep(tenantId, operation.ended(done ? DONE : MISMATCH, state.details()));
        yield reading;
      }
      case "fail" -> {
        String code = state.step() == null ? "fail" : state.step();
        journal.keep(tenantId, operation.ended(FAILED, PaymentDetails.NONE.with("word", code)));
        yield new RefundReading.Failed(code, state.message());
      }
      default -> new RefundReading.UnderWay();
    };
  }

  private static RefundReading over(Operation operation) {
    String id = operation.outcome().details().paymentId();
    return switch (operation.outcome().end()) {
      case DONE, TerminalDevice.SEEN ->
          new RefundReading.Done(new RefundReceipt(id == null ? operation.processId() : id, true));
      case FAILED ->
          new RefundReading.Failed(operation.outcome().details().metadata().get("word"), null);
      case "not_started" -> new RefundReading.Failed("not_started", null);
      default -> new RefundReading.UnderWay();
    };
  }
}
