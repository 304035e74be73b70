package duken.desktop.history;

import duken.api.DeskJson.Sale;
import duken.api.DeskJson.SaleDetail;
import duken.api.EngineApi;
import duken.api.InvoiceJson;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Background;
import duken.domain.InvoiceStatus;
import java.util.List;
import java.util.function.BiPredicate;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One sale with its life: shown at once from the list's row, completed by the engine. */
public final class SaleDetailViewModel {

  private final EngineApi engine;
  private final Background background;

  private final ReadOnlyObjectWrapper<SaleDetail> detail = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();
  private long shownId;
  private long round;

  /** Shows nothing yet. */
  public SaleDetailViewModel(EngineApi engine, Background background) {
    this.engine = engine;
    this.background = background;
  }

  /** Shows a sale of the list, and asks for the rest. */
  public void show(Sale sale) {
    shownId = sale.invoice().id();
    detail.set(new SaleDetail(sale, List.of(), List.of()));
    complete.set(false);
    problem.set(null);
    refresh();
  }

  /** Shows a sale that is known by its number only. */
  public void show(long invoiceId) {
    shownId = invoiceId;
    detail.set(null);
    complete.set(false);
    problem.set(null);
    refresh();
  }

  /** Asks for the sale again. */
  public void refresh() {
    long asked = ++round;
    long id = shownId;
    background.ask(
        () -> engine.sales().get(id), answer -> answered(asked, answer), e -> failed(asked, e));
  }

  public void saleChanged(Sale changed) {
    if (changed.invoice().id() == shownId) {
      refresh();
    }
  }

  /** Whether some of the money is still the shop's. */
  public static boolean hasMoneyLeft(Sale sale) {
    return InvoiceStatus.ofWire(sale.invoice().state().status())
            .filter(InvoiceStatus::isRefundable)
            .isPresent()
        && sale.invoice().refunded().availableForRefund() != null
        && sale.invoice().refunded().availableForRefund().signum() > 0;
  }

  /** Whether the provider of the sale returns what is left: all of an untouched sale, or parts. */
  public static boolean canRefund(Sale sale, BiPredicate<InvoiceJson, String> can) {
    boolean untouched = Sums.ofWire(sale.invoice().refunded().totalRefunded()).isZero();
    return can.test(sale.invoice(), untouched ? "refund" : "partial_refund");
  }

  /**
   * Whether real money of this sale can be returned in the bank's own application only, so that a
   * person writes it down (Kaspi Pay sheet, section 10).
   */
  public static boolean isReturnedElsewhere(Sale sale, BiPredicate<InvoiceJson, String> can) {
    return !sale.invoice().payment().isSandbox() && !can.test(sale.invoice(), "refund");
  }

  /** Whether the customer may still pay. */
  public static boolean isOpen(Sale sale) {
    return InvoiceStatus.ofWire(sale.invoice().state().status())
        .filter(InvoiceStatus::isOpen)
        .isPresent();
  }

  private void answered(long asked, SaleDetail answer) {
    if (asked == round) {
      detail.set(answer);
      complete.set(true);
      problem.set(null);
    }
  }

  private void failed(long asked, RuntimeException e) {
    if (asked == round) {
      problem.set(e);
    }
  }

  /** What is shown, or null. */
  public ReadOnlyObjectProperty<SaleDetail> detail() {
    return detail.getReadOnlyProperty();
  }

  /** Why the sale could not be asked for, or null. */
  public ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }
}
