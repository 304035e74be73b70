package duken.provider;

public sealed interface RefundReading {

  /** The money went back. */
  record Done(RefundReceipt receipt) implements RefundReading {}

  /** The bank refused, and nothing went back. */
  record Failed(String code, String message) implements RefundReading {
    public Failed {
      code = Cut.word(code);
      message = Cut.sentence(message);
    }
  }

  /** The bank has it and is not done. */
  record UnderWay() implements RefundReading {}

  /** The bank knows nothing of it: it may be sent (again). */
  record NotFound() implements RefundReading {}

  /**
   * What the bank has returned fits neither: it cannot be told whether this refund is among it, and
   * asking again will not change that.
   */
  record Undecided() implements RefundReading {}

  /** The bank could not be asked: nothing is known. */
  record Silent(String code) implements RefundReading {}
}
