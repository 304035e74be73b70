package duken.desktop.shell;

import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.scan.ScannedKey;
import duken.desktop.shell.scan.ScannerBurst;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Hands every key to whoever it is for, whatever has the focus: first the cover or the sheet, then
 * the window, then the screen. A text field keeps the keys one writes with. What a barcode scanner
 * types is taken out again, whatever it was typed into, and its Enter is nobody's.
 */
final class Keyboard {

  private final Supplier<List<Hotkeys>> takers;
  private final Consumer<String> scanned;
  private final Consumer<Boolean> helpWanted;
  private final LongSupplier nanoTime;
  private final ScannerBurst burst = new ScannerBurst();

  /** Keys that are down. One held too long presses nothing twice: Del asks, Del again cancels. */
  private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

  private KeyCode lastPressed = KeyCode.UNDEFINED;

  /** Held, this key explains the others; it does its own work when it is let go. */
  private static final KeyCode HELP = KeyCode.F1;

  private KeyEvent helpPressed;
  private boolean helpShown;

  /**
   * A keyboard.
   *
   * @param takers who may take a key now, the first one first
   * @param scanned gets what a barcode scanner typed
   * @param helpWanted is told when the key for help is held, and when it is let go
   * @param nanoTime a monotonic clock in nanoseconds
   */
  Keyboard(
      Supplier<List<Hotkeys>> takers,
      Consumer<String> scanned,
      Consumer<Boolean> helpWanted,
      LongSupplier nanoTime) {
    this.takers = takers;
    this.scanned = scanned;
    this.helpWanted = helpWanted;
    this.nanoTime = nanoTime;
  }

  /** Listens to all keys of {@code scene}. */
  void attach(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
    scene.addEventFilter(KeyEvent.KEY_TYPED, event -> typed(scene, event));
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    scene
        .windowProperty()
        .flatMap(Window::focusedProperty)
        .addListener(
            (_, _, focused) -> {
              down.clear();
              helpPressed = null;
            });
  }

  private void pressed(Scene scene, KeyEvent event) {
    if (event.getCode().isModifierKey()) {
      return;
    }
    lastPressed = event.getCode();
    if (isOfScanner(scene, event)) {
      event.consume();
      return;
    }
    if (isForWriting(scene, event)) {
      return;
    }
    if (event.getCode() == HELP && !isChord(event)) {
      help(event);
      return;
    }
    if (!down.add(event.getCode()) && event.getCode() != KeyCode.BACK_SPACE) {
      event.consume();
      return;
    }
    give(event);
  }

  private void give(KeyEvent event) {
    for (Hotkeys keys : takers.get()) {
      if (keys.pressed(event)) {
        event.consume();
        return;
      }
    }
  }

  /** The keyboard repeats a key that is held. */
  private void help(KeyEvent event) {
    event.consume();
    if (down.add(HELP)) {
      helpPressed = event;
    } else if (!helpShown) {
      helpShown = true;
      helpWanted.accept(true);
    }
  }

  private void released(KeyEvent event) {
    down.remove(event.getCode());
    if (event.getCode() != HELP || helpPressed == null) {
      return;
    }
    KeyEvent pressed = helpPressed;
    helpPressed = null;
    if (helpShown) {
      helpShown = false;
      helpWanted.accept(false);
    } else {
      give(pressed);
    }
  }

  private boolean isOfScanner(Scene scene, KeyEvent event) {
    long now = nanoTime.getAsLong();
    if (burst.isTail(now)) {
      return true;
    }
    KeyCode code = event.getCode();
    boolean ends = code == KeyCode.ENTER || code == KeyCode.TAB;
    if (ends && !isChord(event)) {
      return endsScan(now);
    }
    boolean spaceOnButton =
        code == KeyCode.SPACE && !(scene.getFocusOwner() instanceof TextInputControl);
    boolean command =
        spaceOnButton
            || isChord(event)
            || code.isFunctionKey()
            || code.isNavigationKey()
            || code == KeyCode.ESCAPE
            || code == KeyCode.DELETE
            || code == KeyCode.BACK_SPACE;
    return command && burst.isRunning(now);
  }

  private boolean endsScan(long now) {
    Optional<ScannerBurst.Scan> scan = burst.ended(now);
    scan.ifPresent(
        read -> {
          read.undo().run();
          scanned.accept(read.code());
        });
    return scan.isPresent();
  }

  private void typed(Scene scene, KeyEvent event) {
    long now = nanoTime.getAsLong();
    String text = event.getCharacter();
    // A line feed is a key of its own for some scanners, and JavaFX knows no name for it.
    boolean lineFeed = text.equals("\n") && lastPressed == KeyCode.UNDEFINED;
    if (burst.isTail(now)
        || (isChord(event) && burst.isRunning(now))
        || (lineFeed && endsScan(now))) {
      event.consume();
      return;
    }
    if (!isChord(event) && !text.isEmpty() && !Character.isISOControl(text.charAt(0))) {
      char c = ScannedKey.character(lastPressed, event.isShiftDown(), text.charAt(0));
      burst.typed(c, now, () -> remember(scene));
    }
    lastPressed = KeyCode.UNDEFINED;
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

  /** What puts everything back that characters typed from now on change. */
  private Runnable remember(Scene scene) {
    List<Runnable> undo = new ArrayList<>();
    if (scene.getFocusOwner() instanceof TextInputControl field) {
      String text = field.getText();
      int anchor = field.getAnchor();
      int caret = field.getCaretPosition();
      undo.add(
          () -> {
            field.setText(text);
            field.selectRange(anchor, caret);
          });
    }
    takers.get().forEach(keys -> undo.add(keys.remember()));
    return () -> undo.forEach(Runnable::run);
  }

  private static boolean isChord(KeyEvent event) {
    return event.isAltDown() || event.isControlDown() || event.isMetaDown();
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
