package duken.desktop.history;

import duken.api.DeskJson.Sale;
import duken.api.DeskJson.Sales;
import duken.api.EngineApi;
import duken.api.SalesFilter;
import duken.desktop.kit.task.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A list of sales that grows page by page. One question is under way at a time; an answer that
 * belongs to an older filter is dropped.
 */
final class SalePages {

  private final EngineApi engine;
  private final Background background;
  private final LongFunction<SalesFilter> filter;

  private final ObservableList<Sale> sales = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Totals> totals = new ReadOnlyObjectWrapper<>(Totals.NOTHING);
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();

  private long round;
  private boolean refreshAgain;
  private boolean ended;

  /**
   * @param filter what to ask for, by offset
   */
  SalePages(EngineApi engine, Background background, LongFunction<SalesFilter> filter) {
    this.engine = engine;
    this.background = background;
    this.filter = filter;
  }

  /** The filter changed: forgets what was listed and asks anew. */
  void reload() {
    round++;
    refreshAgain = false;
    known.set(false);
    sales.clear();
    totals.set(Totals.NOTHING);
    first();
  }

  /** Takes in what changed at the top, keeping what was scrolled to. */
  void refresh() {
    if (loading.get()) {
      refreshAgain = true;
    } else {
      first();
    }
  }

  /** The next page, when there is one and nothing is under way. */
  void loadMore() {
    if (loading.get() || ended || sales.size() >= totals.get().count()) {
      return;
    }
    long asked = begin();
    SalesFilter next = filter.apply(sales.size());
    background.ask(
        () -> engine.sales().list(next), page -> append(asked, page), e -> fail(asked, e));
  }

  /** Shows a sale's new state at once when it is listed. */
  void replace(Sale changed) {
    for (int i = 0; i < sales.size(); i++) {
      if (sales.get(i).invoice().id() == changed.invoice().id()) {
        sales.set(i, changed);
      }
    }
  }

  private void first() {
    long asked = begin();
    SalesFilter top = filter.apply(0);
    background.ask(() -> engine.sales().list(top), page -> merge(asked, page), e -> fail(asked, e));
  }

  private long begin() {
    loading.set(true);
    return round;
  }

  private void merge(long asked, Sales page) {
    if (asked != round) {
      return;
    }
    List<Sale> merged = new ArrayList<>(page.sales());
    if (page.total() > page.sales().size() && !page.sales().isEmpty()) {
      long oldest = page.sales().getLast().invoice().id();
      sales.stream().filter(sale -> sale.invoice().id() < oldest).forEach(merged::add);
    }
    become(merged);
    ended = false;
    finish(page);
  }

  /** Changes only what differs, so that a list on the screen keeps its place and its selection. */
  private void become(List<Sale> next) {
    for (int i = 0; i < next.size(); i++) {
      Sale wanted = next.get(i);
      while (i < sales.size() && sales.get(i).invoice().id() > wanted.invoice().id()) {
        sales.remove(i);
      }
      if (i == sales.size() || sales.get(i).invoice().id() < wanted.invoice().id()) {
        sales.add(i, wanted);
      } else if (!sales.get(i).equals(wanted)) {
        sales.set(i, wanted);
      }
    }
    sales.remove(next.size(), sales.size());
  }

  private void append(long asked, Sales page) {
    if (asked != round) {
      return;
    }
    Set<Long> listed = sales.stream().map(sale -> sale.invoice().id()).collect(Collectors.toSet());
    sales.addAll(
        page.sales().stream().filter(sale -> !listed.contains(sale.invoice().id())).toList());
    ended = page.sales().isEmpty();
    finish(page);
  }

  private void finish(Sales page) {
    totals.set(Totals.of(page));
    problem.set(null);
    known.set(true);
    settle();
  }

  private void fail(long asked, RuntimeException e) {
    if (asked == round) {
      problem.set(e);
      settle();
    }
  }

  private void settle() {
    loading.set(false);
    if (refreshAgain) {
      refreshAgain = false;
      first();
    }
  }

  ObservableList<Sale> sales() {
    return sales;
  }

  ReadOnlyObjectProperty<Totals> totals() {
    return totals.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /**
   * Whether the present filter was answered once, so that an empty list means that there is none.
   */
  ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }
}
