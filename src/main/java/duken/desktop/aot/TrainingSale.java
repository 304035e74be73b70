package duken.desktop.aot;

import duken.desktop.kit.task.FxThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Sells once in the open window by the keys a cashier presses, then looks at every screen. Loads
 * what a shop's day loads, so that an ahead-of-time cache made from this run holds it.
 */
public final class TrainingSale {

  /** How long one step may take; a build machine may be slow. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Time between two keys, longer than what the window takes for a barcode scanner. */
  private static final long BETWEEN_KEYS = TimeUnit.MILLISECONDS.toNanos(150);

  private static final String SUM = "25";

  private TrainingSale() {}

  /**
   * Plays. Call on a thread that may wait, in training mode only: the sale is paid on the practice
   * customer's phone.
   *
   * @throws TimeoutException when the window does not get where a key should lead
   */
  public static void play() throws TimeoutException {
    await("the till", scene -> shows(scene, ".till"));
    for (char digit : SUM.toCharArray()) {
      type(digit);
    }
    press(KeyCode.ENTER, false);
    await("the QR and the customer's phone", scene -> shows(scene, ".customer-phone"));
    pressUntil(KeyCode.DIGIT3, true, "the paid sale", scene -> shows(scene, ".paid"));
    pressUntil(KeyCode.ENTER, false, "the till again", scene -> !shows(scene, ".paid"));
    for (KeyCode screen : new KeyCode[] {KeyCode.F2, KeyCode.F8, KeyCode.F9, KeyCode.F1}) {
      press(screen, false);
    }
    await("the till at the end", scene -> shows(scene, ".till"));
  }

  private static void await(String what, Predicate<Scene> there) throws TimeoutException {
    long last = System.nanoTime() + PATIENCE.toNanos();
    while (!onWindow(there)) {
      if (System.nanoTime() > last) {
        throw new TimeoutException("The window did not show " + what);
      }
      pause();
    }
  }

  /** A button may be enabled only a moment after it shows. */
  private static void pressUntil(KeyCode code, boolean ctrl, String what, Predicate<Scene> there)
      throws TimeoutException {
    long last = System.nanoTime() + PATIENCE.toNanos();
    while (!onWindow(there)) {
      if (System.nanoTime() > last) {
        throw new TimeoutException("The window did not show " + what);
      }
      press(code, ctrl);
    }
  }

  private static void press(KeyCode code, boolean ctrl) {
    onWindow(
        scene -> {
          fire(scene, KeyEvent.KEY_PRESSED, "", code, ctrl);
          fire(scene, KeyEvent.KEY_RELEASED, "", code, ctrl);
          return true;
        });
    pause();
  }

  private static void type(char digit) {
    KeyCode code = KeyCode.valueOf("DIGIT" + digit);
    onWindow(
        scene -> {
          fire(scene, KeyEvent.KEY_PRESSED, "", code, false);
          fire(scene, KeyEvent.KEY_TYPED, String.valueOf(digit), KeyCode.UNDEFINED, false);
          fire(scene, KeyEvent.KEY_RELEASED, "", code, false);
          return true;
        });
    pause();
  }

  private static void fire(
      Scene scene, EventType<KeyEvent> type, String character, KeyCode code, boolean ctrl) {
    Node owner = scene.getFocusOwner();
    EventTarget target = owner == null ? scene : owner;
    Event.fireEvent(target, new KeyEvent(type, character, "", code, false, ctrl, false, false));
  }

  private static boolean onWindow(Predicate<Scene> action) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    FxThread.real()
        .run(
            () ->
                done.complete(
                    Window.getWindows().stream()
                        .findFirst()
                        .map(Window::getScene)
                        .filter(action)
                        .isPresent()));
    return done.join();
  }

  private static boolean shows(Scene scene, String selector) {
    return scene.getRoot().lookupAll(selector).stream().anyMatch(TrainingSale::isVisible);
  }

  private static boolean isVisible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static void pause() {
    LockSupport.parkNanos(BETWEEN_KEYS);
  }
}
