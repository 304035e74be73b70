package duken.simulator.kaspipay;

import duken.simulator.wire.Reply;

/** The bank says no. */
final class CodedRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int TOO_OFTEN = 429;

  private final long code;

  private CodedRefusal(long code) {
    super(String.valueOf(code));
    this.code = code;
  }

  static CodedRefusal code(long code) {
    return new CodedRefusal(code);
  }

  /** Somebody asks about a bill as if it were a QR. */
  static CodedRefusal tooOften() {
    return new CodedRefusal(TOO_OFTEN);
  }

  Reply reply() {
    return code == TOO_OFTEN
        ? Reply.of(TOO_OFTEN, "text/html", "<html>too many requests</html>")
        : BankWire.envelope(code, "Отказ " + code, null);
  }
}
