package duken.desktop.till;

import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.api.InvoiceJson;
import duken.api.NewInvoiceJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;

/** Why a sale was not made, in words. */
final class NotMade {

  private NotMade() {}

  /** How the customer was to pay. */
  enum Way {
    QR,
    LINK,
    BILL,
    TERMINAL;

    InvoiceJson create(EngineApi engine, NewInvoiceJson request, String key) {
      return switch (this) {
        case QR -> engine.till().createQr(request, key);
        case LINK -> engine.till().createLink(request, key);
        case BILL -> engine.till().createBill(request, key);
        case TERMINAL -> engine.till().createTerminal(request, key);
      };
    }
  }

  /** Whether a QR was not made because the bank cannot be reached. */
  static boolean isRoadless(RuntimeException failure, Way way) {
    return way == Way.QR && isUnanswered(failure);
  }

  /** Whether nobody knows what became of it: its invoice is still open. */
  static boolean isUnsure(RuntimeException failure) {
    return isUnanswered(failure)
        && failure instanceof EngineProblem problem
        && problem.invoiceStatus().filter("pending"::equals).isPresent();
  }

  /** What to say. A terminal that did not answer may have begun: that is no failure. */
  static Message words(RuntimeException failure, Way way) {
    if (failure instanceof EngineUnreachable) {
      return Message.of(Tone.CAREFUL, "till.no_answer");
    }
    if (!isUnanswered(failure)) {
      return Message.of(failure);
    }
    return switch (way) {
      case QR ->
          Message.of(Tone.CAREFUL, isUnsure(failure) ? "till.qr.unsure" : "till.qr.roadless");
      case TERMINAL -> Message.of(Tone.CAREFUL, "till.terminal.unsure");
      case LINK -> Message.of(Tone.CAREFUL, "till.link.unanswered");
      case BILL -> Message.of(Tone.CAREFUL, "till.bill.unsure");
    };
  }

  private static boolean isUnanswered(RuntimeException failure) {
    return failure instanceof EngineProblem problem && problem.code().equals("PROVIDER_TIMEOUT");
  }
}
