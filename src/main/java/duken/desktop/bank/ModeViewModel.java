package duken.desktop.bank;

import duken.api.EngineApi;
import duken.desktop.kit.Message;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.SingleAction;
import duken.desktop.shell.EngineSwitch;
import duken.domain.Mode;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Training or real money: which it is, and going over to the other. */
public final class ModeViewModel {

  private final EngineSwitch engineSwitch;
  private final EngineApi engine;
  private final SingleAction change;
  private final ReadOnlyObjectWrapper<Message> trouble = new ReadOnlyObjectWrapper<>();

  /**
   * The choice of this window.
   *
   * @param engine what the window works with now
   */
  public ModeViewModel(EngineSwitch engineSwitch, EngineApi engine, Background background) {
    this.engineSwitch = engineSwitch;
    this.engine = engine;
    change = new SingleAction(background);
  }

  /**
   * Sales that are open at the desk.
   *
   * @param here in the mode of now
   * @param there in the other one
   */
  public record Waiting(int here, int there) {}

  /** The mode of now; empty when the window's key decides and nothing can be chosen here. */
  public Optional<Mode> now() {
    return engineSwitch.mode();
  }

  /** Counts what waits in both modes, for the question whether to go over. */
  public void consider(Mode target, Consumer<Waiting> question) {
    if (change.isBusy() || now().isEmpty() || now().get() == target) {
      return;
    }
    trouble.set(null);
    change.ask(
        () -> {
          try (EngineApi there = engineSwitch.reach(target)) {
            return new Waiting(engine.till().openSales().size(), there.till().openSales().size());
          }
        },
        question,
        this::failed);
  }

  /** Goes over. Whoever opened this window gives it the other engine client. */
  public void go(Mode target) {
    if (!change.isBusy()) {
      trouble.set(null);
      change.tell(() -> engineSwitch.switchTo(target), () -> {}, this::failed);
    }
  }

  private void failed(RuntimeException e) {
    trouble.set(Message.of(e));
  }

  /** Whether it is being counted or gone over. */
  public ReadOnlyBooleanProperty busyProperty() {
    return change.busy();
  }

  /** Why it did not work, or null. */
  public ReadOnlyObjectProperty<Message> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }
}
