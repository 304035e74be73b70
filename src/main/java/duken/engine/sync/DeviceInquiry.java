package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.engine.sync.SyncResult.Answer;
import duken.provider.PaymentProvider;
import java.time.Duration;
import java.util.function.Consumer;

/** What is special about operations on a device that cannot find them again. */
final class DeviceInquiry {

  /** What a person has to say is looked at again after so long. */
  static final Duration NOTHING_TO_ASK = Duration.ofSeconds(30);

  /** A device that says it knows no such operation is asked again after so long. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(10);

  private final PaymentResultRecorder paymentResultRecorder;
  private final Consumer<Invoice> answered;

  /**
   * @param answered is told that the device spoke about an invoice
   */
  DeviceInquiry(PaymentResultRecorder paymentResultRecorder, Consumer<Invoice> answered) {
    this.paymentResultRecorder = paymentResultRecorder;
    this.answered = answered;
  }

  /** A device that does not know the operation spoke; it is asked again before a person is. */
  SyncResult forgotten(Invoice invoice) {
    answered.accept(invoice);
    Invoice after = paymentResultRecorder.troubled(invoice, "terminal_forgot");
    return new SyncResult(after, null, null, Answer.SPOKE, FORGOTTEN);
  }

  /** A person has to say; what he saw nothing of ends once it surely came to nothing. */
  SyncResult undecided(PaymentProvider provider, Invoice invoice, BankOperation operation) {
    Invoice after = paymentResultRecorder.cleared(provider, invoice, operation);
    return new SyncResult(after, null, null, Answer.NOT_ASKED, NOTHING_TO_ASK);
  }
}
