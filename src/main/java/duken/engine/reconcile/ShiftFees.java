package duken.engine.reconcile;

import duken.domain.Invoice;
import duken.engine.shift.ShiftService;
import duken.store.Scope;
import duken.store.Store;
import duken.store.Store.Tx;
import duken.store.shift.MoneyRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the bank is expected to keep of a shift, by what customers paid from: its own list says so,
 * or it said so with the payment.
 */
public final class ShiftFees {

  private static final String TOLD = "product_type";

  private final Store store;
  private final ShiftService shifts;

  /** Of these shifts. */
  public ShiftFees(Store store, ShiftService shifts) {
    this.store = store;
    this.shifts = shifts;
  }

  /**
   * By source.
   *
   * @throws duken.domain.DomainRefusal NOT_FOUND
   */
  public List<FeeLine> of(Scope scope, long shiftId) {
    List<MoneyRow> money = shifts.money(scope, shiftId);
    return store.read(
        tx ->
            FeeLine.ofMoney(
                money, sources(tx, scope, money), OwnerRule.read(tx, scope.tenantId())));
  }

  private static Map<Long, String> sources(Tx tx, Scope scope, List<MoneyRow> money) {
    Map<Long, String> sources = new HashMap<>();
    List<Long> ids = money.stream().map(MoneyRow::invoiceId).distinct().toList();
    if (ids.isEmpty()) {
      return sources;
    }
    for (Invoice invoice : tx.invoices().findAll(scope, ids)) {
      String told = invoice.bank().details().metadata().get(TOLD);
      if (told != null) {
        sources.put(invoice.id(), told);
      }
    }
    sources.putAll(tx.bankLines().sources(scope, ids));
    return sources;
  }
}
