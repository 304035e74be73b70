package duken.desktop.kit.task;

import javafx.application.Platform;

/**
 * The one doorway to the JavaFX thread; nothing else in the house calls {@code runLater}. Handed
 * in, so that a test of a view-model runs on its own thread ({@code Runnable::run}).
 */
@FunctionalInterface
public interface FxThread {

  /** Runs {@code action} on the JavaFX thread: at once when already there, else soon. */
  void run(Runnable action);

  /** The real JavaFX thread. */
  static FxThread real() {
    return action -> {
      if (Platform.isFxApplicationThread()) {
        action.run();
      } else {
        Platform.runLater(action);
      }
    };
  }
}
