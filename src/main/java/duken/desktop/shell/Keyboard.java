package duken.desktop.shell;

import duken.desktop.kit.Hotkeys;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Hands every key to whoever it is for, whatever has the focus: first the cover or the sheet, then
 * the window, then the screen. A text field keeps the keys one writes with.
 */
final class Keyboard {

  private final Supplier<List<Hotkeys>> takers;

  /** Keys that are down. One held too long presses nothing twice: Del asks, Del again cancels. */
  private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

  /**
   * A keyboard.
   *
   * @param takers who may take a key now, the first one first
   */
  Keyboard(Supplier<List<Hotkeys>> takers) {
    this.takers = takers;
  }

  /** Listens to all keys of {@code scene}. */
  void attach(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
    scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(scene, event));
    scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> down.remove(event.getCode()));
    scene
        .windowProperty()
        .flatMap(Window::focusedProperty)
        .addListener((_, _, focused) -> down.clear());
  }

  private void pressed(Scene scene, KeyEvent event) {
    if (isForWriting(scene, event)) {
      return;
    }
    if (!down.add(event.getCode()) && event.getCode() != KeyCode.BACK_SPACE) {
      event.consume();
      return;
    }
    for (Hotkeys keys : takers.get()) {
      if (keys.pressed(event)) {
        event.consume();
        return;
      }
    }
  }

  private void typed(Scene scene, KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl) {
      return;
    }
    for (Hotkeys keys : takers.get()) {
      if (keys.typed(event)) {
        event.consume();
        return;
      }
    }
  }

  private static boolean isForWriting(Scene scene, KeyEvent event) {
    if (!(scene.getFocusOwner() instanceof TextInputControl field)) {
      return false;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.ENTER) {
      return field instanceof TextArea;
    }
    return !code.isFunctionKey()
        && code != KeyCode.ESCAPE
        && !event.isAltDown()
        && !event.isControlDown();
  }
}
