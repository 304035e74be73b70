package duken.engine.sync;

import duken.domain.Invoice;
import duken.domain.Invoice.BankSide;
import duken.domain.PaymentKind;
import duken.provider.ProviderReading.Waiting;

/**
 * The step a terminal on the counter is at, in its own word, kept with the open invoice: it tells
 * the cashier what to do.
 */
final class DeviceStep {

  private static final String NAME = "step";

  /** Said of a terminal that knew nothing of the operation; it is void once it knows it again. */
  private static final String FORGOT = "terminal_forgot";

  private DeviceStep() {}

  /** Whether the invoice says already what was heard. */
  static boolean isKnown(Invoice invoice, Waiting waiting) {
    return told(invoice, waiting).equals(invoice.bank());
  }

  /** The bank's side with the step that was told; of another kind than a terminal's, unchanged. */
  static BankSide told(Invoice invoice, Waiting waiting) {
    BankSide bank = invoice.bank();
    if (invoice.kind() != PaymentKind.TERMINAL || waiting.word() == null) {
      return bank;
    }
    BankSide spoken = FORGOT.equals(bank.errorCode()) ? bank.troubled(null, null) : bank;
    return spoken.told(spoken.details().with(NAME, waiting.word()));
  }
}
