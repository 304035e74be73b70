package duken.desktop;

import duken.api.cash.CashApi;
import duken.api.cash.CashJson;
import duken.api.cash.CashJson.Operation;
import duken.domain.Money;
import java.util.ArrayList;
import java.util.List;

/** Cash of a desk, without an engine. */
public final class PracticeCash implements CashApi {

  private static final String AT = "2026-05-14T10:00:00Z";

  public volatile CashJson.Settings settings = new CashJson.Settings(false, false, false);

  /** Cash beside invoices that are not paid. */
  public final List<CashJson.Part> parts = new ArrayList<>();

  /** What happened, oldest first. */
  public final List<Operation> all = new ArrayList<>();

  /** What the next call throws, or null. */
  public volatile RuntimeException failure;

  public volatile String expected = "12500.00";

  @Override
  public synchronized CashJson.Standing standing() {
    return new CashJson.Standing(settings, List.copyOf(parts));
  }

  @Override
  public CashJson.Standing change(CashJson.Settings wanted) {
    settings = wanted;
    return standing();
  }

  @Override
  public Operation sell(CashJson.Sale sale, String key) {
    long number = all.stream().filter(it -> it.kind().equals("sale")).count() + 1;
    Money tendered = Money.parse(sale.tendered());
    return add("sale", sale.amount(), number, tendered, null, sale.comment());
  }

  @Override
  public Operation refund(CashJson.Refund refund, String key) {
    return add("refund", refund.amount(), null, null, refund.saleId(), refund.reason());
  }

  @Override
  public Operation putIn(CashJson.Move move, String key) {
    return add("cash_in", move.amount(), null, null, null, move.reason());
  }

  @Override
  public Operation takeOut(CashJson.Move move, String key) {
    return add("cash_out", move.amount(), null, null, null, move.reason());
  }

  @Override
  public Operation count(CashJson.Count count, String key) {
    return add("count", count.counted(), null, null, null, null);
  }

  @Override
  public CashJson.Expected expected() {
    return new CashJson.Expected(expected);
  }

  @Override
  public synchronized CashJson.Part ofInvoice(long invoiceId) {
    return parts.stream().filter(it -> it.invoiceId() == invoiceId).findFirst().orElse(null);
  }

  @Override
  public synchronized Operation giveBack(long invoiceId) {
    CashJson.Part part = ofInvoice(invoiceId);
    parts.remove(part);
    return add("part_return", part.amount(), null, null, part.id(), null);
  }

  @Override
  public synchronized List<Operation> list(boolean sales, long before) {
    return List.copyOf(all).reversed();
  }

  private synchronized Operation add(
      String kind, String amount, Long number, Money tendered, Long saleId, String reason) {
    if (failure != null) {
      throw failure;
    }
    String change = tendered == null ? null : tendered.minus(Money.parse(amount)).toWire();
    Operation made =
        new Operation(
            all.size() + 1L,
            kind,
            AT,
            "Касса 1",
            "Касса 1",
            amount,
            number,
            tendered == null ? null : tendered.toWire(),
            change,
            saleId,
            null,
            null,
            null,
            null,
            reason,
            kind.equals("sale") ? amount : null,
            List.of());
    all.add(made);
    return made;
  }
}
