package duken.engine.settlement;

import duken.domain.Anomaly;
import duken.domain.BankOperation;
import duken.domain.Invoice;
import duken.domain.Money;
import duken.store.Store.Tx;
import java.util.Objects;

/** What we know to have gone back of an invoice's money. */
public final class KnownReturns {

  private KnownReturns() {}

  /** Whether money of the invoice came through this operation, so that it may go back. */
  public static boolean mayGrow(Invoice invoice, BankOperation operation) {
    return invoice.state().status().hasMoney()
        && Objects.equals(operation.operationId(), invoice.bank().operationId());
  }

  /** Our own refunds, those under way included, and what was found at the bank before. */
  public static Money sum(Tx tx, long invoiceId, BankOperation operation) {
    Invoice.State state = tx.invoices().find(invoiceId).orElseThrow().state();
    return tx.anomalies().of(invoiceId).stream()
        .filter(it -> it.kind() == Anomaly.Kind.REFUNDED_AT_BANK)
        .filter(it -> Objects.equals(it.operationId(), operation.operationId()))
        .map(Anomaly::amount)
        .reduce(state.refunds().refunded().plus(state.refunds().refunding()), Money::plus);
  }
}
