package duken.desktop.till;

import duken.api.DeskJson;
import duken.desktop.kit.SaleState;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The desk's sales that are not over, oldest first. One that ends stays, so that the cashier sees
 * how, until it was looked at or the next sale begins. Of those only the last few stay: a till at
 * which nobody works hears all day of what the others sell.
 */
public final class OpenSales {

  private static final int MOST_ENDED = 5;

  private final LongSupplier nanoTime;
  private final ObservableList<OpenSale> all = FXCollections.observableArrayList();
  private final ObservableList<OpenSale> readOnly = FXCollections.unmodifiableObservableList(all);

  /**
   * None yet.
   *
   * @param nanoTime a monotonic clock in nanoseconds
   */
  public OpenSales(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** All of them, oldest first. */
  public ObservableList<OpenSale> all() {
    return readOnly;
  }

  public Optional<OpenSale> find(long id) {
    return all.stream().filter(each -> each.id() == id).findFirst();
  }

  /**
   * Takes a sale in, whatever its state. One that is here already stays as it is: what the engine
   * told by itself is never older than an answer.
   */
  public OpenSale take(DeskJson.Sale sale) {
    Optional<OpenSale> known = find(sale.invoice().id());
    if (known.isPresent()) {
      return known.get();
    }
    OpenSale fresh = new OpenSale(sale, nanoTime);
    insert(fresh);
    return fresh;
  }

  /** Takes a sale in again that was forgotten by mistake. */
  public void takeBack(OpenSale sale) {
    if (!all.contains(sale)) {
      insert(sale);
    }
  }

  private void insert(OpenSale sale) {
    int at = 0;
    while (at < all.size() && all.get(at).id() < sale.id()) {
      at++;
    }
    all.add(at, sale);
  }

  /** A sale changed somewhere. Sales of the shop's own programs are none of the till's tiles. */
  public void heard(DeskJson.Sale sale) {
    Optional<OpenSale> known = find(sale.invoice().id());
    if (known.isPresent()) {
      known.get().heard(sale);
      forgetTheFirstToEnd();
    } else if (sale.fromDesk() && SaleState.of(sale).isOpen()) {
      take(sale);
    }
  }

  private void forgetTheFirstToEnd() {
    List<OpenSale> ended = all.stream().filter(each -> !each.state().isOpen()).toList();
    if (ended.size() > MOST_ENDED) {
      all.removeAll(ended.subList(0, ended.size() - MOST_ENDED));
    }
  }

  /** What the engine holds open, after it was away or at start. */
  public void restore(List<DeskJson.Sale> open) {
    open.forEach(this::take);
  }

  /** The cashier has seen how it ended. */
  public void forget(OpenSale sale) {
    all.remove(sale);
  }

  /** A new sale begins: what is over has been seen. */
  public void forgetEnded() {
    all.removeIf(each -> !each.state().isOpen());
  }
}
