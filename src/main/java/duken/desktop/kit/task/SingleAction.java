package duken.desktop.kit.task;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Something a person sets off that must not run twice: what is asked while an earlier call is under
 * way is dropped. Used on the JavaFX thread only.
 */
public final class SingleAction {

  private final Background background;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  public SingleAction(Background background) {
    this.background = background;
  }

  /** {@link Background#ask}; it is over before {@code done} or {@code failed} is called. */
  public <T> void ask(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    background.ask(
        work,
        result -> {
          busy.set(false);
          done.accept(result);
        },
        e -> {
          busy.set(false);
          failed.accept(e);
        });
  }

  /** The same for work without a result. */
  public void tell(Runnable work, Runnable done, Consumer<RuntimeException> failed) {
    ask(
        () -> {
          work.run();
          return true;
        },
        _ -> done.run(),
        failed);
  }

  public boolean isBusy() {
    return busy.get();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
