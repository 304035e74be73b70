package duken.provider;

import duken.domain.PaymentKind;

/** The fake bank behind a provider, moved by hand: what every provider's contract test needs. */
public interface BankBehindProvider extends AutoCloseable {

  /** The provider under test, connected for {@link #tenant}. */
  PaymentProvider provider();

  /** The shop whose money moves. */
  long tenant();

  /** The kind of payment that is tried. */
  PaymentKind kind();

  /** A payment that was not asked for yet; each call gives another one. */
  PaymentRequest request(long tenge);

  /** What later questions about it name. */
  PaymentRef ref(OpenedPayment opened);

  /** The customer pays. */
  void pay(PaymentRequest request, OpenedPayment opened);

  /** The customer says no. */
  void refuse(PaymentRequest request, OpenedPayment opened);

  /** The bank does what the next opening asks for, and its answer is lost. */
  void loseAnswerToOpen();

  /** The bank returns what the next refund asks for, and its answer is lost. */
  void loseAnswerToRefund();

  /** Whoever has to confirm a refund the bank has taken on does so. */
  default void confirmRefund() {}

  /** Nothing reaches the bank any more. */
  void silence();

  /** It answers again. */
  void speak();

  /** How many payments the bank has. */
  int payments();

  /** What the bank has returned of its newest payment, in tenge. */
  long returned();

  @Override
  void close();
}
