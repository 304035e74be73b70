package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileApi;
import duken.api.reconcile.ReconcileJson;
import duken.api.reconcile.ReconcileJson.Line;
import duken.api.reconcile.ReconcileJson.ListedProvider;
import duken.api.reconcile.ReconcileJson.Run;
import duken.desktop.kit.task.Background;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One day of the bank, or the hours of one shift, beside the books. */
public final class ReconcileViewModel {

  private final Supplier<ReconcileApi> api;
  private final Background background;
  private final ObservableList<Line> shown = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<ReconcileJson.Overview> overview =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ReconcileJson.Result> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<LocalDate> day = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<LineFilter> filter = new SimpleObjectProperty<>(LineFilter.OPEN);

  /** The shift that is looked at instead of a day, or null. */
  private Long shiftId;

  /** Nothing is asked before {@link #refresh}. */
  public ReconcileViewModel(Supplier<ReconcileApi> api, Background background) {
    this.api = api;
    this.background = background;
    filter.subscribe(_ -> select());
  }

  /** Asks how things stand, and for what the newest reading of the chosen day has brought. */
  public void refresh() {
    background.ask(() -> api.get().overview(), this::told, problem::set);
  }

  private void told(ReconcileJson.Overview now) {
    overview.set(now);
    problem.set(null);
    if (day.get() == null) {
      day.set(LocalDate.parse(now.today()));
    }
    Optional<Run> run = run(now);
    if (run.isEmpty()) {
      result.set(null);
      select();
    } else {
      load(run.get().id());
    }
  }

  private Optional<Run> run(ReconcileJson.Overview now) {
    return now.runs().stream()
        .filter(
            it ->
                shiftId == null
                    ? day.get().toString().equals(it.span().day())
                    : shiftId.equals(it.span().shiftId()))
        .findFirst();
  }

  private void load(long id) {
    background.ask(() -> api.get().result(id), this::brought, problem::set);
  }

  private void brought(ReconcileJson.Result now) {
    result.set(now);
    problem.set(null);
    select();
  }

  private void select() {
    List<Line> all = result.get() == null ? List.of() : result.get().lines();
    List<Line> fitting = all.stream().filter(filter.get()::shows).toList();
    if (!fitting.equals(shown)) {
      shown.setAll(fitting);
    }
  }

  /** Asks again while pages are being read. */
  public void beat() {
    if (isRunning()) {
      load(result.get().run().id());
    }
  }

  /** Whether pages are being read. */
  public boolean isRunning() {
    return result.get() != null && result.get().run().progress().isRunning();
  }

  /** Steps to another day of the bank; never past today. */
  public void step(int days) {
    ReconcileJson.Overview now = overview.get();
    if (now == null || day.get() == null) {
      return;
    }
    LocalDate to = shiftId == null ? day.get().plusDays(days) : day.get();
    if (!to.isAfter(LocalDate.parse(now.today()))) {
      shiftId = null;
      day.set(to);
      result.set(null);
      select();
      refresh();
    }
  }

  /** Looks at the hours of a shift. */
  public void shift(long id) {
    shiftId = id;
    result.set(null);
    select();
    refresh();
  }

  /** The shift that is looked at, or null for a day. */
  public Long shiftId() {
    return shiftId;
  }

  /** The provider whose list is read; empty when none has one. */
  public Optional<ListedProvider> provider() {
    ReconcileJson.Overview now = overview.get();
    return now == null
        ? Optional.empty()
        : now.providers().stream().filter(it -> it.days() > 0).findFirst();
  }

  /** Begins to read, or goes on where it ended. */
  public void start(Consumer<RuntimeException> failed) {
    Optional<ListedProvider> provider = provider();
    if (busy.get() || provider.isEmpty() || isRunning()) {
      return;
    }
    ReconcileJson.Result now = result.get();
    String state = now == null ? "" : now.run().progress().state();
    boolean goesOn = List.of("stopped", "interrupted", "failed").contains(state);
    LocalDate wanted = day.get();
    Long shift = shiftId;
    work(
        () ->
            goesOn
                ? api.get().goOn(now.run().id())
                : api.get()
                    .start(
                        new ReconcileJson.Start(
                            provider.get().provider(),
                            shift == null ? wanted.toString() : null,
                            shift)),
        _ -> {},
        failed);
  }

  /** Stops reading. */
  public void stop(Consumer<RuntimeException> failed) {
    if (isRunning()) {
      long id = result.get().run().id();
      work(() -> api.get().stop(id), _ -> {}, failed);
    }
  }

  /**
   * Carries a decision out; one at a time. Everything is asked for again afterwards.
   *
   * @param done is told what it has brought
   * @param failed the engine refused or did not answer
   */
  public <T> void work(Supplier<T> call, Consumer<T> done, Consumer<RuntimeException> failed) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    background.ask(
        call,
        answer -> {
          busy.set(false);
          done.accept(answer);
          refresh();
        },
        e -> {
          busy.set(false);
          failed.accept(e);
          refresh();
        });
  }

  /** The engine's calls, for {@link #work}. */
  public ReconcileApi api() {
    return api.get();
  }

  /** The lines that the filter shows, oldest first. */
  public ObservableList<Line> shown() {
    return shown;
  }

  ObjectProperty<LineFilter> filterProperty() {
    return filter;
  }

  /** How things stand, or null before they are known. */
  public ReadOnlyObjectProperty<ReconcileJson.Overview> overview() {
    return overview.getReadOnlyProperty();
  }

  /** What the newest reading has brought, or null before there was one. */
  public ReadOnlyObjectProperty<ReconcileJson.Result> result() {
    return result.getReadOnlyProperty();
  }

  /** The bank's day that is looked at, or null before it is known. */
  public ReadOnlyObjectProperty<LocalDate> day() {
    return day.getReadOnlyProperty();
  }

  /** Why nothing can be shown, or null. */
  public ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
