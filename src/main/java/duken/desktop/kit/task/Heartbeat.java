package duken.desktop.kit.task;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * Calls back on the JavaFX thread several times a second while somebody listens: for countdowns.
 */
@FunctionalInterface
public interface Heartbeat {

  /** Calls {@code beat} until the subscription ends. */
  Subscription listen(Runnable beat);

  /**
   * The real one: four beats a second, so that a countdown never skips a second; a text that did
   * not change is not painted again.
   */
  static Heartbeat real() {
    return beat -> {
      Timeline timeline = new Timeline(new KeyFrame(Duration.millis(250), _ -> beat.run()));
      timeline.setCycleCount(Animation.INDEFINITE);
      timeline.play();
      return timeline::stop;
    };
  }
}
