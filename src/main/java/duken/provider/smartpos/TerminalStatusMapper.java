package duken.provider.smartpos;

import duken.domain.Money;
import duken.domain.PayerProgress;
import duken.domain.PaymentDetails;
import duken.provider.ProviderReading;
import duken.provider.ProviderReading.Ending;
import duken.provider.RefundReading;
import duken.provider.RefundReceipt;
import duken.provider.smartpos.wire.ProcessState;
import java.time.Duration;

/** What a terminal's words mean for a payment or a refund (Smart POS, sections 6, 9 and 10). */
final class TerminalStatusMapper {

  private TerminalStatusMapper() {}

  /**
   * What {@code wait} and everything that decides nothing means.
   *
   * @param askAgainIn or null for the usual pause
   */
  static ProviderReading waiting(ProcessState state, Duration askAgainIn) {
    boolean unknown = state.status().equals("unknown");
    PayerProgress payerProgress =
        switch (String.valueOf(state.step())) {
          case "WaitForQrConfirmation", "ProcessingCard", "WaitForPinCode" ->
              PayerProgress.CONFIRMING;
          default -> unknown ? PayerProgress.CONFIRMING : PayerProgress.WAITING;
        };
    String word = unknown ? "unknown" : state.step() == null ? state.status() : state.step();
    return new ProviderReading.Waiting(payerProgress, false, word, askAgainIn);
  }

  /** What {@code success} means: paid, or something a person has to look at. */
  static ProviderReading paid(ProcessState state, Operation operation) {
    if (!state.isAsAsked(operation) || state.details().paymentId() == null) {
      return mismatch(state);
    }
    return new ProviderReading.Paid(
        null,
        Money.ofTenge(operation.task().tenge()),
        null,
        null,
        state.step(),
        told(state, operation));
  }

  /** What {@code fail} means. */
  static ProviderReading failed(ProcessState state, Operation operation) {
    Ending ending =
        switch (String.valueOf(state.step())) {
          case "ProcessCancelled" -> Ending.PRESSED_AWAY;
          case "QrTransactionFailure", "CardTransactionFailure" -> Ending.REJECTED;
          default -> operation.doubt().touched() ? Ending.REJECTED : Ending.RAN_OUT;
        };
    return new ProviderReading.Ended(
        ending, state.step() == null ? "fail" : state.step(), state.message());
  }

  /** What an operation that is over came to; of one that was mismatched, that. */
  static RefundReading refunded(ProcessState state, Operation operation) {
    String id = state.details().paymentId();
    return state.isAsAsked(operation)
        ? new RefundReading.Done(new RefundReceipt(id == null ? operation.processId() : id, true))
        : new RefundReading.UnderWay();
  }

  static PaymentDetails told(ProcessState state, Operation operation) {
    PaymentDetails told = state.details().with("process_id", operation.processId());
    return operation.till() == null ? told : told.with("till", operation.till());
  }

  private static ProviderReading mismatch(ProcessState state) {
    Money amount =
        state.tenge().isPresent()
                && state.tenge().getAsLong() > 0
                && state.tenge().getAsLong() <= 99_999_999L
            ? Money.ofTenge(state.tenge().getAsLong())
            : null;
    return new ProviderReading.Undecided(
        "amount_mismatch",
        "transactionId %s, amount %s"
            .formatted(
                state.details().paymentId(),
                state.tenge().isPresent() ? state.tenge().getAsLong() : "?"),
        amount);
  }
}
