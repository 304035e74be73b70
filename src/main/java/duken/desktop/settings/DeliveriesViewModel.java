package duken.desktop.settings;

import duken.api.EngineApi;
import duken.api.WebhookJson.Delivery;
import duken.desktop.kit.task.Background;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The last messages to the shop's own program. */
public final class DeliveriesViewModel {

  /** More would only be scrolled past. */
  private static final int MOST = 30;

  private final EngineApi engine;
  private final Background background;
  private final ObservableList<Delivery> newest = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();

  /** Nothing is asked before {@link #refresh}. */
  public DeliveriesViewModel(EngineApi engine, Background background) {
    this.engine = engine;
    this.background = background;
  }

  /** Asks for them; without an answer the list stays as it is, the window says that already. */
  public void refresh() {
    background.ask(() -> engine.webhook().deliveries(), this::told, _ -> {});
  }

  /** Asks again while one of them is on its way. */
  public void follow() {
    if (newest.stream().anyMatch(delivery -> delivery.progress().state().equals("queued"))) {
      refresh();
    }
  }

  /**
   * Sends one again, now.
   *
   * @param sent called when the engine will do so
   * @param failed called when it refused or did not answer
   */
  public void resend(Delivery delivery, Runnable sent, Consumer<RuntimeException> failed) {
    background.tell(
        () -> engine.webhook().resend(delivery.id()),
        () -> {
          sent.run();
          refresh();
        },
        e -> {
          failed.accept(e);
          refresh();
        });
  }

  /** Whether somebody may want it sent again: it did not arrive, or its receiver lost it. */
  public static boolean mayResend(Delivery delivery) {
    return !delivery.progress().state().equals("queued") || delivery.progress().attempts() > 0;
  }

  private void told(List<Delivery> all) {
    List<Delivery> top = all.stream().limit(MOST).toList();
    if (ids(top).equals(ids(newest))) {
      changeInPlace(top);
    } else {
      newest.setAll(top);
    }
    known.set(true);
  }

  /** A row that stays where it is stays chosen. */
  private void changeInPlace(List<Delivery> top) {
    for (int i = 0; i < top.size(); i++) {
      if (!top.get(i).equals(newest.get(i))) {
        newest.set(i, top.get(i));
      }
    }
  }

  private static List<String> ids(List<Delivery> deliveries) {
    return deliveries.stream().map(Delivery::id).toList();
  }

  /** The newest first. */
  public ObservableList<Delivery> newest() {
    return newest;
  }

  /** Whether they were ever told. */
  public ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }
}
