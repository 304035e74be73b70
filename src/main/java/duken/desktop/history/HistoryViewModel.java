package duken.desktop.history;

import duken.api.DeskJson.Sale;
import duken.api.EngineApi;
import duken.api.SalesFilter;
import duken.desktop.kit.task.Background;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** Which sales are listed: days, statuses, a search. */
public final class HistoryViewModel {

  /** How many sales a page holds. */
  public static final int PAGE = 50;

  /** The contract's limit of a search (gateway contract, section 7). */
  private static final int LONGEST_SEARCH = 100;

  private final Supplier<LocalDate> today;
  private final SalePages pages;

  private final ReadOnlyObjectWrapper<Period> period = new ReadOnlyObjectWrapper<>(Period.TODAY);
  private final ReadOnlyObjectWrapper<Days> days = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<StatusChoice> status =
      new ReadOnlyObjectWrapper<>(StatusChoice.ALL);
  private final ReadOnlyObjectWrapper<String> search = new ReadOnlyObjectWrapper<>("");

  /**
   * The sales of today; nothing is asked before {@link #entered}.
   *
   * @param today the shop's local day, asked anew each time
   */
  public HistoryViewModel(EngineApi engine, Background background, Supplier<LocalDate> today) {
    this.today = today;
    this.pages = new SalePages(engine, background, this::filter);
    days.set(new Days(today.get(), today.get()));
  }

  /** The screen came up: asks for what changed, and follows the calendar past midnight. */
  public void entered() {
    Days now = period.get().days(today.get(), days.get());
    if (now.equals(days.get())) {
      pages.refresh();
    } else {
      changeDays(now);
    }
  }

  /** Shows a span of days; the own one begins with what is shown now. */
  public void choose(Period chosen) {
    period.set(chosen);
    changeDays(chosen.days(today.get(), days.get()));
  }

  /** Shows an own span of days. */
  public void choose(Days chosen) {
    period.set(Period.OWN);
    changeDays(chosen);
  }

  /** The last 365 days: for a search that found nothing in a shorter span. */
  public void widenToYear() {
    choose(new Days(today.get().minusDays(364), today.get()));
  }

  /** Shows one group of statuses. */
  public void choose(StatusChoice chosen) {
    if (status.get() != chosen) {
      status.set(chosen);
      pages.reload();
    }
  }

  /** Looks for a sum, the last digits of a phone, an order or a word; blank for everything. */
  public void search(String words) {
    String clean = words.strip();
    String cut = clean.substring(0, Math.min(LONGEST_SEARCH, clean.length()));
    if (!search.get().equals(cut)) {
      search.set(cut);
      pages.reload();
    }
  }

  /** Asks again after a problem. */
  public void again() {
    pages.refresh();
  }

  /** The person scrolled near the end of what is loaded. */
  public void loadMore() {
    pages.loadMore();
  }

  /** A sale changed somewhere: shown at once when listed, and the sums are asked for again. */
  public void saleChanged(Sale changed) {
    pages.replace(changed);
    pages.refresh();
  }

  private void changeDays(Days chosen) {
    if (!days.get().equals(chosen)) {
      days.set(chosen);
      pages.reload();
    }
  }

  /** What is listed now, from this place on. */
  SalesFilter filter(long offset) {
    return new SalesFilter(
        status.get().words(),
        days.get().from(),
        days.get().to(),
        search.get().isEmpty() ? null : search.get(),
        PAGE,
        offset);
  }

  /** The span that is marked as chosen. */
  public ReadOnlyObjectProperty<Period> period() {
    return period.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Days> days() {
    return days.getReadOnlyProperty();
  }

  /** The group of statuses that is listed. */
  public ReadOnlyObjectProperty<StatusChoice> status() {
    return status.getReadOnlyProperty();
  }

  /** What is looked for, empty for everything. */
  public ReadOnlyObjectProperty<String> searched() {
    return search.getReadOnlyProperty();
  }

  /** What has been loaded so far, newest first. */
  public ObservableList<Sale> sales() {
    return pages.sales();
  }

  /** The sums of the filter. */
  public ReadOnlyObjectProperty<Totals> totals() {
    return pages.totals();
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty loading() {
    return pages.loading();
  }

  /** Whether the present filter was answered, so that an empty list means that there is none. */
  public ReadOnlyBooleanProperty known() {
    return pages.known();
  }

  /** Why the last question was not answered, or null. */
  public ReadOnlyObjectProperty<RuntimeException> problem() {
    return pages.problem();
  }
}
