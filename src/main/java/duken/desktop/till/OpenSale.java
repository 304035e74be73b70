package duken.desktop.till;

import duken.api.DeskJson;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.task.Countdown;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A sale of this desk whose end the cashier has not seen: a tile, or the payment on the screen. */
public final class OpenSale {

  private final ReadOnlyObjectWrapper<DeskJson.Sale> sale;
  private final Countdown countdown;

  OpenSale(DeskJson.Sale sale, LongSupplier nanoTime) {
    this.sale = new ReadOnlyObjectWrapper<>(sale);
    countdown = new Countdown(nanoTime);
    countdown.anchor(sale.millisLeft());
  }

  public long id() {
    return sale.get().invoice().id();
  }

  /** The sale as last heard. */
  public ReadOnlyObjectProperty<DeskJson.Sale> saleProperty() {
    return sale.getReadOnlyProperty();
  }

  /** Its state as last heard. */
  public SaleState state() {
    return SaleState.of(sale.get());
  }

  public Countdown countdown() {
    return countdown;
  }

  /** News of it. What has ended stays so: an answer may be older than what was told meanwhile. */
  void heard(DeskJson.Sale news) {
    if (!state().isOpen() && SaleState.of(news).isOpen()) {
      return;
    }
    countdown.anchor(news.millisLeft());
    sale.set(news);
  }
}
