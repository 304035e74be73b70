package duken.desktop.kit.task;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** The one thread that counts time for all countdowns; the work is done on the JavaFX thread. */
final class BeatThread {

  private static final ScheduledExecutorService POOL =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());

  private BeatThread() {}

  /** Calls {@code beat} after each pause until it answers no. */
  static void after(long millis, BooleanSupplier beat) {
    POOL.schedule(
        () ->
            Platform.runLater(
                () -> {
                  if (beat.getAsBoolean()) {
                    after(millis, beat);
                  }
                }),
        millis,
        TimeUnit.MILLISECONDS);
  }
}
