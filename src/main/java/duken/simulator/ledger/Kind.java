package duken.simulator.ledger;

/** What an operation is; its number is {@code OperationMethod} on the wire (section 6). */
public enum Kind {
  QR(0),
  BILL(1);

  private final int method;

  Kind(int method) {
    this.method = method;
  }

  /** The wire's {@code OperationMethod}. */
  public int method() {
    return method;
  }
}
