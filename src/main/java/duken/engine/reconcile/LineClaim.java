package duken.engine.reconcile;

import duken.domain.BankOperation;
import duken.domain.DomainRefusal;
import duken.domain.Invoice;
import duken.domain.InvoiceEvent;
import duken.domain.InvoiceStatus;
import duken.domain.Money;
import duken.domain.PaymentKind;
import duken.engine.runtime.TokenGenerator;
import duken.store.Scope;
import duken.store.Store.Tx;
import duken.store.reconcile.BankDecision;
import duken.store.reconcile.BankLine;
import java.time.InstantSource;

/** One line of the bank for one sale, inside the transaction that settles it. */
final class LineClaim {

  private final TokenGenerator tokens;
  private final InstantSource clock;

  LineClaim(TokenGenerator tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The line, locked, if it may settle this sale. */
  BankLine free(Tx tx, Scope scope, long lineId, Invoice sale) {
    BankLine line = found(tx, scope, lineId);
    refuseUnlessFree(tx, line);
    boolean fits =
        sale.terms().amount().equals(line.told().amount())
            && sale.bank().provider().equals(line.provider())
            && sale.kind() != PaymentKind.TERMINAL
            && sale.state().status() != InvoiceStatus.CANCELLING;
    if (!fits) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    return line;
  }

  /** Nobody has decided about it, and no operation of ours is meant by it. */
  void refuseUnlessFree(Tx tx, BankLine line) {
    Money amount = line.told().amount();
    boolean free =
        !line.told().isReturn()
            && amount != null
            && line.invoiceId() == null
            && tx.bankLines().decision(line.id()).isEmpty()
            && tx.operations().withBankId(line.scope(), line.told().operationId()).isEmpty()
            && (line.told().mark() == null || !tx.bankLines().isAwaited(line.told().mark()));
    if (!free) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
  }

  /** A shop's own line, locked until the transaction ends. */
  BankLine found(Tx tx, Scope scope, long lineId) {
    return tx.bankLines()
        .lock(scope, lineId)
        .orElseThrow(() -> DomainRefusal.of(DomainRefusal.Reason.NOT_FOUND));
  }

  /** Makes the line's operation the sale's. */
  void take(Tx tx, BankLine line, Invoice sale, BankDecision decision) {
    int number = tx.operations().newestOf(sale.id()).map(BankOperation::number).orElse(0) + 1;
    tx.operations()
        .insert(
            BankOperation.intended(sale.id(), number, tokens.mark(), clock.instant())
                .opened(line.told().operationId(), null, null, null)
                .with(BankOperation.State.PAID, null));
    if (!tx.bankLines().assign(line.id(), sale.id())) {
      throw DomainRefusal.of(DomainRefusal.Reason.INVALID_TRANSITION);
    }
    tx.bankLines().decide(decision);
  }

  /** What the line says, as a fact. */
  static InvoiceEvent.Paid paid(BankLine line) {
    BankLine.Told told = line.told();
    return new InvoiceEvent.Paid(told.at(), told.payer(), told.amount(), told.operationId());
  }
}
