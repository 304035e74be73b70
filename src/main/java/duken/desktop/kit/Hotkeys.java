package duken.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a screen. The shell hands every key press to the screen that shows, whatever has the
 * focus, so a key always does what its button says.
 */
public final class Hotkeys {

  private record Action(KeyCombination key, BooleanSupplier run) {}

  private final List<Action> actions = new ArrayList<>();
  private Predicate<String> typed = _ -> false;
  private Supplier<Runnable> memory = () -> () -> {};
  private Supplier<Hotkeys> first = () -> null;

  /** {@code Enter}, {@code F3}: a key without modifiers. */
  public static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  /** {@code Alt 1}. */
  public static KeyCombination alt(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
  }

  /** {@code Ctrl 1}. */
  public static KeyCombination ctrl(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.CONTROL_DOWN);
  }

  /**
   * What a key does. Several actions may share a key: the first that does anything has it.
   *
   * @param action answers whether it did anything; if not, the key goes on to whoever has the focus
   */
  public void on(KeyCombination key, BooleanSupplier action) {
    actions.add(new Action(key, action));
  }

  /** A key that presses a button, if that shows and is enabled. */
  public void press(KeyCombination key, Button button) {
    on(
        key,
        () -> {
          if (button.isDisabled() || !isShowing(button)) {
            return false;
          }
          button.fire();
          return true;
        });
  }

  /**
   * Lets the keys of a part go before these.
   *
   * @param part answers the keys of the part that shows now, or null
   */
  public void firstOf(Supplier<Hotkeys> part) {
    first = part;
  }

  /** Who takes characters typed while no text field has the focus; answers whether it did. */
  public void onTyped(Predicate<String> taker) {
    typed = taker;
  }

  /**
   * Lets be put back what a barcode scanner typed.
   *
   * @param remember answers what puts back everything that characters typed from now on change
   */
  public void remembering(Supplier<Runnable> remember) {
    memory = remember;
  }

  /** What is typed now, to be put back by running it. */
  public Runnable remember() {
    Hotkeys part = first.get();
    return part == null ? memory.get() : part.remember();
  }

  /** Offers a key press; answers whether it was taken. */
  public boolean pressed(KeyEvent event) {
    Hotkeys part = first.get();
    if (part != null && part.pressed(event)) {
      return true;
    }
    for (Action action : List.copyOf(actions)) {
      if (action.key().match(event) && action.run().getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  /** Offers typed characters; answers whether they were taken. */
  public boolean typed(KeyEvent event) {
    Hotkeys part = first.get();
    if (part != null && part.typed(event)) {
      return true;
    }
    String text = event.getCharacter();
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    return plain && !text.isEmpty() && !Character.isISOControl(text.charAt(0)) && typed.test(text);
  }

  private static boolean isShowing(Node node) {
    if (node.getScene() == null) {
      return false;
    }
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
