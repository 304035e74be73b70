package duken.gateway.cash;

import duken.api.cash.CashJson;
import duken.domain.Money;
import duken.engine.cash.CashDrawer;
import duken.engine.cash.CashService.Told;
import duken.gateway.contract.Wire;
import duken.store.cash.CashLine;
import duken.store.cash.CashPart;
import duken.store.cash.CashRow;
import duken.store.cash.CashSettings;
import java.math.BigDecimal;

/** Cash on the wire. */
public final class CashToJson {

  private CashToJson() {}

  static CashJson.Settings settings(CashSettings settings) {
    return new CashJson.Settings(settings.enabled(), settings.blindCount(), settings.told());
  }

  static CashJson.Part part(CashPart part, Money refundable) {
    CashRow row = part.part();
    return new CashJson.Part(
        row.id(),
        row.detail().invoiceId(),
        part.invoiceNumber(),
        part.status().wire(),
        row.amount().toWire(),
        wire(row.detail().tendered()),
        part.rest().toWire(),
        part.isToReturn(),
        part.returned(),
        wire(refundable));
  }

  /**
   * What happened.
   *
   * @param hidden whether what was expected is not told
   */
  static CashJson.Operation operation(Told told, boolean hidden) {
    CashRow row = told.row();
    CashRow.Detail detail = row.detail();
    Money tendered = detail.tendered();
    boolean counted = detail.expectedTiyn() != null && !hidden;
    return new CashJson.Operation(
        row.id(),
        row.kind().wire(),
        Wire.time(row.made().at()),
        row.made().desk(),
        row.made().who(),
        row.amount().toWire(),
        detail.number(),
        wire(tendered),
        tendered == null ? null : tendered.minus(row.amount()).toWire(),
        detail.saleId(),
        detail.invoiceId(),
        counted ? signed(detail.expectedTiyn()) : null,
        counted ? signed(row.differenceTiyn()) : null,
        detail.banknotes(),
        detail.reason(),
        wire(told.left()),
        told.lines().stream().map(CashToJson::line).toList());
  }

  /**
   * The drawer of a shift.
   *
   * @param hidden whether what is expected is not told
   * @return null for none
   */
  public static CashJson.Drawer drawer(CashDrawer drawer, boolean hidden) {
    if (drawer == null) {
      return null;
    }
    CashRow count = drawer.count();
    return new CashJson.Drawer(
        signed(drawer.opening()),
        signed(drawer.sales()),
        signed(drawer.returned()),
        signed(drawer.cameIn()),
        signed(drawer.wentOut()),
        signed(drawer.differences()),
        hidden ? null : signed(drawer.expected()),
        signed(drawer.unsettled()),
        count == null ? null : count.amount().toWire(),
        count == null || hidden ? null : signed(count.differenceTiyn()),
        count == null ? null : count.made().who(),
        count == null ? null : count.detail().banknotes());
  }

  private static CashJson.Line line(CashLine line) {
    return new CashJson.Line(
        line.name(), line.price().toWire(), line.count(), wire(line.discount()));
  }

  static String signed(long tiyn) {
    return BigDecimal.valueOf(tiyn, 2).toPlainString();
  }

  private static String wire(Money money) {
    return money == null ? null : money.toWire();
  }
}
