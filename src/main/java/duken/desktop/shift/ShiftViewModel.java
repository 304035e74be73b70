package duken.desktop.shift;

import duken.api.ShiftApi;
import duken.api.ShiftJson;
import duken.api.cash.CashJson;
import duken.desktop.kit.task.Background;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The shift of this desk, the shop's past ones, and the report that is looked at. */
public final class ShiftViewModel {

  private final Supplier<ShiftApi> shifts;
  private final Background background;

  private final ObservableList<ShiftJson.Row> all = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<ShiftJson.Report> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ShiftJson.Report> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  private long chosen;

  /** Nothing is asked before {@link #refresh}. */
  public ShiftViewModel(Supplier<ShiftApi> shifts, Background background) {
    this.shifts = shifts;
    this.background = background;
  }

  private record Told(ShiftJson.Report current, List<ShiftJson.Row> all, ShiftJson.Report shown) {}

  /** Asks for everything that shows. */
  public void refresh() {
    long wanted = chosen;
    background.ask(() -> ask(wanted), told -> told(told, wanted), problem::set);
  }

  private Told ask(long wanted) {
    ShiftApi api = shifts.get();
    ShiftJson.Report now = api.current().shift();
    List<ShiftJson.Row> rows = api.list();
    boolean isCurrent = now != null && (wanted == 0 || wanted == now.id());
    long id = wanted != 0 || rows.isEmpty() ? wanted : rows.getFirst().id();
    return new Told(now, rows, isCurrent ? now : id == 0 ? null : api.report(id));
  }

  private void told(Told told, long wanted) {
    current.set(told.current());
    if (wanted == chosen) {
      shown.set(told.shown());
    }
    if (!told.all().equals(all)) {
      all.setAll(told.all());
    }
    problem.set(null);
    known.set(true);
  }

  /** Looks at another shift. */
  public void choose(long id) {
    if (id == 0 || (shown.get() != null && shown.get().id() == id)) {
      return;
    }
    chosen = id;
    background.ask(
        () -> shifts.get().report(id),
        report -> {
          if (chosen == id) {
            shown.set(report);
          }
        },
        problem::set);
  }

  /**
   * Opens the desk's next shift and looks at it.
   *
   * @param counted what lies in the drawer, or null
   * @param failed the engine refused or did not answer
   */
  public void open(
      CashJson.Count counted, Consumer<ShiftJson.Report> done, Consumer<RuntimeException> failed) {
    work(() -> shifts.get().open(counted), done, failed);
  }

  /**
   * Closes the desk's shift. May be repeated after a lost answer.
   *
   * @param rollOver whether open invoices may go over into the next shift
   * @param counted what lies in the drawer, or null
   */
  public void close(
      boolean rollOver,
      CashJson.Count counted,
      Consumer<ShiftJson.Closing> done,
      Consumer<RuntimeException> failed) {
    if (current.get() != null) {
      ShiftJson.Close wish = new ShiftJson.Close(current.get().number(), rollOver).with(counted);
      work(() -> shifts.get().close(wish), done, failed);
    }
  }

  private <T> void work(Supplier<T> call, Consumer<T> done, Consumer<RuntimeException> failed) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    background.ask(
        call,
        answer -> {
          busy.set(false);
          chosen = 0;
          refresh();
          done.accept(answer);
        },
        e -> {
          busy.set(false);
          refresh();
          failed.accept(e);
        });
  }

  /** What came and went in a shift. */
  public void money(
      long id, Consumer<List<ShiftJson.Money>> told, Consumer<RuntimeException> failed) {
    background.ask(() -> shifts.get().money(id), told, failed);
  }

  /** The shop's shifts, newest first. */
  public ObservableList<ShiftJson.Row> all() {
    return all;
  }

  /** This desk's newest shift, or null. */
  public ReadOnlyObjectProperty<ShiftJson.Report> current() {
    return current.getReadOnlyProperty();
  }

  /** The report that is looked at, or null. */
  public ReadOnlyObjectProperty<ShiftJson.Report> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Why nothing could be asked, or null. */
  public ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the engine ever answered, so that nothing means that there is nothing. */
  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** Whether a shift is being opened or closed. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
