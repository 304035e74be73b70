package duken.desktop.refund;

/** Where a refund stands at the desk. */
public enum RefundStep {
  /** Sum and reason are typed. */
  FORM,
  /** Another refund of the sale is on its way: there is no second one until it has ended. */
  OTHER,
  /** The sum is said again and waits for a yes. */
  CONFIRM,
  /** The engine was asked and has not answered. */
  SENDING,
  /** The customer has to scan a QR of the bank before the money goes back. */
  SCAN,
  /** The money went back. */
  DONE,
  /** The bank took it and has not said its last word; the sum is reserved. */
  UNDERWAY,
  /** The money surely did not go back. */
  REFUSED,
  /** Nobody knows: only the very same request may be repeated. */
  UNKNOWN
}
