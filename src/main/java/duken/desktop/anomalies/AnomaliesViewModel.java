package duken.desktop.anomalies;

import duken.api.DeskJson.AnomalyJson;
import duken.api.EngineApi;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.SingleAction;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Money that behaved oddly and waits for somebody's decision. */
public final class AnomaliesViewModel {

  private final EngineApi engine;
  private final Background background;

  private final ObservableList<AnomalyJson> open = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final SingleAction decision;
  private final ReadOnlyObjectWrapper<RuntimeException> problem = new ReadOnlyObjectWrapper<>();

  /** Nothing is asked before {@link #refresh}. */
  public AnomaliesViewModel(EngineApi engine, Background background) {
    this.engine = engine;
    this.background = background;
    decision = new SingleAction(background);
  }

  /** Asks for the list. */
  public void refresh() {
    background.ask(() -> engine.anomalies().list(), this::told, problem::set);
  }

  /**
   * Carries a decision out; one at a time. The list is asked for again afterwards, however it
   * ended.
   *
   * @param done called when it is carried out
   * @param failed called when the engine refused or did not answer
   */
  public void resolve(
      AnomalyJson anomaly, AnomalyAction action, Runnable done, Consumer<RuntimeException> failed) {
    decision.tell(
        () -> engine.anomalies().resolve(anomaly.id(), action.word()),
        () -> {
          done.run();
          refresh();
        },
        e -> {
          failed.accept(e);
          refresh();
        });
  }

  private void told(List<AnomalyJson> all) {
    List<AnomalyJson> waiting =
        all.stream().filter(a -> a.resolved().resolution() == null).toList();
    if (!waiting.equals(open)) {
      open.setAll(waiting);
    }
    problem.set(null);
    known.set(true);
  }

  /** Those that wait, as the engine lists them. */
  public ObservableList<AnomalyJson> open() {
    return open;
  }

  /** Whether the list was ever answered, so that an empty one means that there is none. */
  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** Whether a decision is being carried out. */
  public ReadOnlyBooleanProperty busy() {
    return decision.busy();
  }

  /** Why the list could not be asked for, or null. */
  public ReadOnlyObjectProperty<RuntimeException> problem() {
    return problem.getReadOnlyProperty();
  }
}
