package duken.simulator.smartpos;

import java.time.Instant;

/**
 * A payment or refund in the terminal's ledger.
 *
 * @param sale the transaction a refund quotes, or null
 * @param method {@code qr}, {@code card}, {@code alaqan}, or null before the customer has chosen
 * @param status the terminal's word
 * @param step {@code subStatus}
 * @param message or null
 * @param transaction the bank's identifier once it succeeded, or null
 * @param actualizes how many {@code actualize} still answer {@code unknown}
 * @param then what it turns out to be after that
 * @param askedAt of the last {@code status}, or null
 * @param actualizedAt of the last {@code actualize}, or null
 */
public record TerminalOperation(
    String processId,
    boolean refund,
    long amount,
    String sale,
    String method,
    String status,
    String step,
    String message,
    String transaction,
    int actualizes,
    String then,
    Instant startedAt,
    Instant askedAt,
    Instant actualizedAt) {

  /** Whether it may still run. */
  public boolean isRunning() {
    return status.equals("wait");
  }

  /** Whether money moved. */
  public boolean isDone() {
    return status.equals("success");
  }

  TerminalOperation at(String word, String sub, String text) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        method,
        word,
        sub,
        text,
        transaction,
        actualizes,
        then,
        startedAt,
        askedAt,
        actualizedAt);
  }

  TerminalOperation paid(String how, String id) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        how,
        "success",
        how.equals("card") ? "CardTransactionSuccess" : "QrTransactionSuccess",
        null,
        id,
        0,
        null,
        startedAt,
        askedAt,
        actualizedAt);
  }

  TerminalOperation unknown(int tries, String later, String how) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        how,
        "unknown",
        "ProcessingCard",
        "No answer from host",
        transaction,
        tries,
        later,
        startedAt,
        askedAt,
        actualizedAt);
  }

  TerminalOperation asked(Instant at) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        method,
        status,
        step,
        message,
        transaction,
        actualizes,
        then,
        startedAt,
        at,
        actualizedAt);
  }

  TerminalOperation actualized(Instant at) {
    return new TerminalOperation(
        processId,
        refund,
        amount,
        sale,
        method,
        status,
        step,
        message,
        transaction,
        Math.max(0, actualizes - 1),
        then,
        startedAt,
        askedAt,
        at);
  }
}
