package duken.engine.sync;

import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.engine.runtime.CommitSignal;
import duken.engine.settlement.Settlement;
import duken.engine.sync.Opened.Outcome;
import duken.provider.OpenedPayment;
import duken.provider.PaymentProvider;
import duken.provider.ProviderReply;
import duken.store.Store;
import duken.store.Store.Tx;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Opens payments that nobody sees before the bank's answer ({@link PaymentProvider#opensUnseen}):
 * the bank is asked first, and what it opened is written together with its invoice. Whoever crashes
 * meanwhile leaves nothing behind that could be paid (decision record 0017).
 */
public final class UnseenOpening {

  private final Store store;
  private final Settlement settlement;
  private final CommitSignal commitSignal;
  private final PaymentInitiation initiation;
  private final Consumer<Invoice> answered;

  /**
   * @param answered is told that the bank spoke about an invoice, before that is written down
   */
  public UnseenOpening(
      Store store,
      Settlement settlement,
      CommitSignal commitSignal,
      PaymentInitiation initiation,
      Consumer<Invoice> answered) {
    this.store = store;
    this.settlement = settlement;
    this.commitSignal = commitSignal;
    this.initiation = initiation;
    this.answered = answered;
  }

  /** Asks the bank about an invoice that is written down nowhere yet. */
  public ProviderReply<OpenedPayment> ask(PaymentProvider provider, Invoice fresh, String mark) {
    return provider.open(initiation.request(fresh, intended(0, fresh, mark)));
  }

  /**
   * Writes down the invoice and what the bank has opened for it.
   *
   * @param also is done in the same transaction, with the invoice as it was stored
   */
  public Opened keep(
      Invoice fresh, String mark, OpenedPayment payment, BiConsumer<Tx, Invoice> also) {
    answered.accept(fresh);
    Opened opened =
        store.write(
            tx -> {
              Invoice invoice =
                  settlement.insertOpened(
                      tx,
                      fresh,
                      payment.bankSide(fresh.bank().provider()),
                      PaymentInitiation.WAITING);
              also.accept(tx, invoice);
              BankOperation operation =
                  tx.operations().insert(payment.of(intended(invoice.id(), fresh, mark)));
              return new Opened(Outcome.OPEN, invoice, operation);
            });
    commitSignal.signal();
    return opened;
  }

  private static BankOperation intended(long invoiceId, Invoice fresh, String mark) {
    return BankOperation.intended(invoiceId, 1, mark, fresh.createdAt());
  }
}
