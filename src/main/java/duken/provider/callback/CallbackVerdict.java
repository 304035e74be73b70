package duken.provider.callback;

import duken.domain.Money;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import java.util.Objects;

/** What a verified or refused callback is worth. */
public sealed interface CallbackVerdict {

  /** The body is no message of the bank. */
  record Unreadable() implements CallbackVerdict {}

  /** It cannot prove that it comes from the bank, or is too old. Nobody is told which. */
  record Unverified() implements CallbackVerdict {}

  /** It names no payment of this shop. */
  record UnknownPayment() implements CallbackVerdict {}

  /** The same bytes were processed before. */
  record Repeated() implements CallbackVerdict {}

  /**
   * It is the bank's and does not fit the payment it names.
   *
   * @param amount that it names, or null when another field differs
   * @param operationId the bank's identifier of the payment, or null
   */
  record Mismatch(long invoiceId, Money amount, String operationId) implements CallbackVerdict {}

  /**
   * It is the bank's, and fits.
   *
   * @param payment what it is about; its {@code operationId} may be null when the bank's answer to
   *     its opening was lost
   * @param reading what it says: paid, ended or still waiting
   * @param mustConfirm nothing may be settled unless the bank, asked, says the same
   * @param digest of the message, to tell the same bytes when they come again
   */
  record Verified(
      long invoiceId,
      PaymentRef payment,
      ProviderReading reading,
      boolean mustConfirm,
      String digest)
      implements CallbackVerdict {
    public Verified {
      Objects.requireNonNull(payment);
      Objects.requireNonNull(reading);
      Objects.requireNonNull(digest);
    }
  }
}
