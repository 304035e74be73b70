package duken.simulator.smartpos;

import java.time.Instant;

/**
 * A payment or refund in the terminal's ledger.
 *
 * @param sale the transaction a refund quotes, or null
 * @param method {@code qr}, {@code card}, {@code alaqan}, or null before the customer has chosen
 * @param transaction the bank's identifier once it succeeded, or null
 */
public record TerminalOperation(
    String processId,
    boolean refund,
    long amount,
    String sale,
    String method,
    Word word,
    String transaction,
    Doubt doubt,
    Times times) {

  /**
   * What the terminal says.
   *
   * @param status the terminal's word
   * @param step {@code subStatus}
   * @param message or null
   */
  public record Word(String status, String step, String message) {}

  /**
   * How long it does not know, and what it knows then.
   *
   * @param actualizes how many {@code actualize} still answer {@code unknown}
   * @param then what it turns out to be after that
   */
  public record Doubt(int actualizes, String then) {}

  /**
   * When it was started and asked about, UTC.
   *
   * @param askedAt of the last {@code status}, or null
   * @param actualizedAt of the last {@code actualize}, or null
   */
  public record Times(Instant startedAt, Instant askedAt, Instant actualizedAt) {}

  /** Whether it may still run. */
  public boolean isRunning() {
    return word.status().equals("wait");
  }

  /** Whether money moved. */
  public boolean isDone() {
    return word.status().equals("success");
  }

  TerminalOperation at(String word, String sub, String text) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        method,
        new TerminalOperation.Word(word, sub, text),
        transaction,
        doubt,
        times);
  }

  TerminalOperation paid(String how, String id) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        how,
        new TerminalOperation.Word(
            "success",
            how.equals("card") ? "CardTransactionSuccess" : "QrTransactionSuccess",
            null),
        id,
        new TerminalOperation.Doubt(0, null),
        times);
  }

  TerminalOperation unknown(int tries, String later, String how) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        how,
        new TerminalOperation.Word("unknown", "ProcessingCard", "No answer from host"),
        transaction,
        new TerminalOperation.Doubt(tries, later),
        times);
  }

  TerminalOperation asked(Instant at) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        method,
        word,
        transaction,
        doubt,
        new TerminalOperation.Times(times.startedAt(), at, times.actualizedAt()));
  }

  TerminalOperation actualized(Instant at) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        method,
        word,
        transaction,
        new TerminalOperation.Doubt(Math.max(0, doubt.actualizes() - 1), doubt.then()),
        new TerminalOperation.Times(times.startedAt(), times.askedAt(), at));
  }
}
