package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.SalesFilter;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.domain.Money;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** Today's sales, newest first, live while somebody looks. */
public final class TodaySales {

  private static final int MOST = 100;

  private final DeskContext context;
  private final ObservableList<DeskJson.Sale> sales = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Money> taken = new ReadOnlyObjectWrapper<>(Money.ZERO);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

  private Subscription subscription = Subscription.EMPTY;
  private LocalDate day;
  private boolean asking;
  private boolean stale;

  /** Nothing yet. */
  public TodaySales(DeskContext context) {
    this.context = context;
  }

  /** The sales, newest first; at most a hundred. */
  public ObservableList<DeskJson.Sale> sales() {
    return sales;
  }

  /** What came in today, less what was returned. */
  public ReadOnlyObjectProperty<Money> takenProperty() {
    return taken.getReadOnlyProperty();
  }

  /** Whether the list has been heard at least once. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  public void follow() {
    subscription =
        Subscription.combine(
            context.feed().onSale(_ -> load()),
            context.feed().onReturn(this::load),
            context.heartbeat().listen(this::watchMidnight));
    load();
  }

  public void release() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private void watchMidnight() {
    if (day != null && !day.equals(context.moments().today())) {
      load();
    }
  }

  /** One question at a time; what changes meanwhile is asked about right after. */
  private void load() {
    if (asking) {
      stale = true;
      return;
    }
    asking = true;
    stale = false;
    day = context.moments().today();
    SalesFilter filter = new SalesFilter(List.of(), day, day, null, MOST, 0);
    context
        .background()
        .ask(() -> context.engine().sales().list(filter), this::heard, _ -> asking = false);
  }

  private void heard(DeskJson.Sales page) {
    asking = false;
    sales.setAll(page.sales());
    Money paid = Sums.ofWire(page.paidSum());
    Money refunded = Sums.ofWire(page.refundedSum());
    taken.set(refunded.exceeds(paid) ? Money.ZERO : paid.minus(refunded));
    loaded.set(true);
    if (stale) {
      load();
    }
  }
}
