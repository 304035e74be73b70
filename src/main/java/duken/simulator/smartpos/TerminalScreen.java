package duken.simulator.smartpos;

import duken.simulator.wire.Pause;
import java.time.Duration;

/**
 * What people do at the terminal: who allows a pairing, what the customer does. By itself it does
 * what it was told to do with each operation that begins.
 */
final class TerminalScreen {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final int MOST_LOOKS = 1_800;

  private final TerminalMoods moods;
  private final TerminalLedger ledger;
  private final Pause pause;
  private volatile String asking = "";
  private volatile String answered = "";

  TerminalScreen(TerminalMoods moods, TerminalLedger ledger, Pause pause) {
    this.moods = moods;
    this.ledger = ledger;
    this.pause = pause;
  }

  /** The till whose pairing waits for a person, or an empty text. */
  String asking() {
    return asking;
  }

  /** The person presses allow or forbid. */
  void press(String what) {
    answered = what;
  }

  /** Opens the question and waits for the person. */
  boolean asks(String name) {
    String usual = moods.get("pairing", "ask");
    if (usual.equals("allow") || usual.equals("forbid")) {
      return usual.equals("allow");
    }
    answered = "";
    asking = name;
    try {
      for (int i = 0; i < MOST_LOOKS && answered.isEmpty(); i++) {
        if (!pause.take(LOOK)) {
          return false;
        }
      }
      return answered.equals("allow");
    } finally {
      asking = "";
    }
  }

  /** An operation begins: {@code customer} says what happens with it by itself. */
  void began(TerminalOperation it) {
    String what = moods.get("customer", "");
    if (!what.isEmpty()) {
      act(it, what);
    } else {
      ledger.put(it.at("wait", "WaitUser", null));
    }
  }

  /** Somebody does something with the operation that runs. */
  boolean act(String what) {
    return ledger.running().map(it -> act(it, what)).isPresent();
  }

  /**
   * Does something with an operation.
   *
   * @param what {@code qr}, {@code card}, {@code alaqan}, {@code scan}, {@code pin}, {@code
   *     cancel}, {@code refuse-qr}, {@code refuse-card}, {@code leave}, {@code confirm}, {@code
   *     unknown:TRIES:qr|card|fail}, or {@code fail:SUBSTATUS}
   */
  TerminalOperation act(TerminalOperation it, String what) {
    String[] words = what.split(":");
    return switch (words[0]) {
      case "qr", "card", "alaqan" -> ledger.succeed(it, words[0]);
      case "confirm" -> ledger.succeed(it, it.method());
      case "scan" -> ledger.put(it.at("wait", "WaitForQrConfirmation", null));
      case "read" -> ledger.put(it.at("wait", "ProcessingCard", null));
      case "pin" -> ledger.put(it.at("wait", "WaitForPinCode", null));
      case "cancel" -> ledger.put(it.at("fail", "ProcessCancelled", "Операция отменена"));
      case "refuse-qr" -> ledger.put(it.at("fail", "QrTransactionFailure", "Отказ"));
      case "refuse-card" -> ledger.put(it.at("fail", "CardTransactionFailure", "Отказ банка"));
      case "leave" -> ledger.put(it.at("fail", "WaitUser", "Время вышло"));
      case "fail" -> ledger.put(it.at("fail", words.length > 1 ? words[1] : null, "Ошибка"));
      case "unknown" ->
          ledger.put(
              it.unknown(
                  words.length > 1 ? Integer.parseInt(words[1]) : 1,
                  words.length > 2 ? words[2] : "qr",
                  it.method()));
      default -> ledger.put(it.at("wait", "WaitUser", null));
    };
  }

  /** The bank has told the terminal at last. */
  TerminalOperation resolved(TerminalOperation it) {
    return "fail".equals(it.doubt().then())
        ? ledger.put(it.at("fail", "QrTransactionFailure", "Отказ"))
        : ledger.succeed(it, it.refund() ? it.method() : it.doubt().then());
  }
}
