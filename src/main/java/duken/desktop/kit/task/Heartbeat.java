package duken.desktop.kit.task;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.util.Subscription;

/**
 * Calls back on the JavaFX thread several times a second while somebody listens: for countdowns.
 */
@FunctionalInterface
public interface Heartbeat {

  long PAUSE_MILLIS = 250;

  /** Calls {@code beat} until the subscription ends. */
  Subscription listen(Runnable beat);

  /**
   * The real one: four beats a second, so that a countdown never skips a second; a text that did
   * not change is not painted again. No animation, which would have the whole window looked at
   * sixty times a second.
   */
  static Heartbeat real() {
    return beat -> {
      AtomicBoolean listens = new AtomicBoolean(true);
      BeatThread.after(
          PAUSE_MILLIS,
          () -> {
            if (listens.get()) {
              beat.run();
            }
            return listens.get();
          });
      return () -> listens.set(false);
    };
  }
}
