package duken.engine.callback;

import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.engine.runtime.CommitSignal;
import duken.engine.settlement.SettledBy;
import duken.engine.settlement.Settlement;
import duken.provider.PaymentRef;
import duken.provider.ProviderReading;
import duken.store.Store;
import duken.store.Store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Writes down what a verified callback brought: through the one writer, named as its caller. */
final class CallbackSettlement {

  private final Store store;
  private final Settlement settlement;
  private final CommitSignal commitSignal;
  private final InstantSource clock;

  CallbackSettlement(
      Store store, Settlement settlement, CommitSignal commitSignal, InstantSource clock) {
    this.store = store;
    this.settlement = settlement;
    this.commitSignal = commitSignal;
    this.clock = clock;
  }

  /** The money came: paid, or odd when the invoice wants none any more. */
  void paid(long invoiceId, PaymentRef payment, ProviderReading.Paid paid) {
    Instant at = paid.at() == null ? clock.instant() : paid.at();
    write(
        invoiceId,
        payment,
        State.PAID,
        paid.word(),
        new InvoiceEvent.Paid(
            at, paid.payerName(), paid.amount(), payment.operationId(), paid.details()));
  }

  /** No money can come. */
  void ended(Invoice invoice, PaymentRef payment, ProviderReading.Ended ended, InvoiceEvent fact) {
    write(invoice.id(), payment, State.ENDED, ended.word(), fact);
  }

  private void write(
      long invoiceId, PaymentRef payment, State state, String word, InvoiceEvent fact) {
    store.write(
        tx -> {
          Invoice locked = Settlement.locked(tx, invoiceId);
          operation(tx, invoiceId, payment)
              .ifPresent(it -> tx.operations().update(it.with(state, word)));
          return settlement.settle(tx, locked, locked.bank(), fact, SettledBy.KASPI_WEBHOOK);
        });
    commitSignal.signal();
  }

  private static Optional<BankOperation> operation(Tx tx, long invoiceId, PaymentRef payment) {
    return tx.operations().of(invoiceId).stream()
        .filter(it -> it.operationId() != null)
        .filter(it -> Objects.equals(it.operationId(), payment.operationId()))
        .findFirst();
  }
}
