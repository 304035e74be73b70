package duken.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Types a key into the first window that opens, until the window shows it, and says so. */
final class FirstKey {

  static final String ACCEPTED = "accepted the first key";

  private static final long EVERY_MILLIS = 10;

  private FirstKey() {}

  /** Watches on a thread of its own; prints {@link #ACCEPTED} once. */
  static void watch(Predicate<Scene> accepted) {
    CountDownLatch done = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                do {
                  look(accepted, done);
                } while (!done.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static void look(Predicate<Scene> accepted, CountDownLatch done) {
    try {
      Platform.runLater(
          () ->
              Window.getWindows().stream()
                  .filter(Window::isShowing)
                  .findFirst()
                  .ifPresent(window -> type(window, accepted, done)));
    } catch (IllegalStateException _) {
      // JavaFX is not there yet.
    }
  }

  private static void type(Window window, Predicate<Scene> accepted, CountDownLatch done) {
    if (done.getCount() == 0) {
      return;
    }
    if (accepted.test(window.getScene())) {
      System.out.println(ACCEPTED);
      done.countDown();
      return;
    }
    if (!window.isFocused() && window instanceof Stage stage) {
      stage.requestFocus();
    }
    new Robot().keyType(KeyCode.DIGIT7);
  }
}
