package duken.engine.sync;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.BankOperation.State;
import duken.domain.Invoice;
import duken.engine.runtime.CommitSignal;
import duken.engine.settlement.Settlement;
import duken.store.Store;

/** What a person has booked as paid, once its bank speaks after all. */
final class HandBooking {

  private static final String WORD = "by_hand";

  private final Store store;
  private final Settlement settlement;
  private final CommitSignal commitSignal;

  HandBooking(Store store, Settlement settlement, CommitSignal commitSignal) {
    this.store = store;
    this.settlement = settlement;
    this.commitSignal = commitSignal;
  }

  /** The bank's word; where it knows of no money, somebody has to decide. */
  Invoice answered(Invoice invoice, BankOperation operation, boolean paid) {
    Invoice after =
        store.write(
            tx -> {
              tx.operations().update(operation.with(paid ? State.PAID : State.ENDED, WORD));
              Invoice locked = Settlement.locked(tx, invoice.id());
              if (!paid) {
                settlement.odd(
                    tx, locked, Anomaly.Kind.CANCELLED_AT_BANK, null, operation.operationId());
              }
              return settlement.told(tx, locked, locked.bank().details().bankSaid(paid));
            });
    commitSignal.signal();
    return after;
  }
}
