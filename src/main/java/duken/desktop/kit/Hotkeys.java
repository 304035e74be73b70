package duken.desktop.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

  /**
   * @param textKey what it does, or null
   * @param button the button that does the same, or null
   */
  private record Action(KeyCombination key, BooleanSupplier run, String textKey, Button button) {}

  /**
   * A line of the sheet of keys.
   *
   * @param key as it is printed on the keyboard
   * @param words what it does now
   */
  public record Line(String key, String words) {}

  private final List<Action> actions = new ArrayList<>();
  private final Map<String, String> explained = new LinkedHashMap<>();
  private Predicate<KeyEvent> all = _ -> false;
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
    actions.add(new Action(key, action, null, null));
  }

  /**
   * The same with words for the sheet of keys.
   *
   * @param textKey says what the key does
   */
  public void on(KeyCombination key, String textKey, BooleanSupplier action) {
    actions.add(new Action(key, action, textKey, null));
  }

  /** A key that presses a button, if that shows and is enabled. */
  public void press(KeyCombination key, Button button) {
    BooleanSupplier fire =
        () -> {
          if (button.isDisabled() || !isShowing(button)) {
            return false;
          }
          button.fire();
          return true;
        };
    actions.add(new Action(key, fire, null, button));
  }

  /** Says in the sheet of keys what several keys do, {@code Alt 1–9}. */
  public void explain(String several, String textKey) {
    explained.put(several, textKey);
  }

  /**
   * What the keys do now, each key once: the first that would have it.
   *
   * @param words finds the sentence of a text key
   */
  public List<Line> lines(UnaryOperator<String> words) {
    Map<String, Line> lines = new LinkedHashMap<>();
    Hotkeys part = first.get();
    if (part != null) {
      part.lines(words).forEach(line -> lines.put(line.key(), line));
    }
    for (Action action : actions) {
      Button button = action.button();
      String said =
          button == null
              ? action.textKey() == null ? null : words.apply(action.textKey())
              : isShowing(button) && !button.isDisabled() ? button.getAccessibleText() : null;
      if (said != null && !said.isBlank()) {
        String key = KeyNames.of(action.key());
        lines.putIfAbsent(key, new Line(key, said));
      }
    }
    explained.forEach((key, text) -> lines.put(key, new Line(key, words.apply(text))));
    return List.copyOf(lines.values());
  }

  /**
   * Lets the keys of a part go before these.
   *
   * @param part answers the keys of the part that shows now, or null
   */
  public void firstOf(Supplier<Hotkeys> part) {
    first = part;
  }

  /** Who takes any key before the others; answers whether it did. */
  public void beforeAll(Predicate<KeyEvent> taker) {
    all = taker;
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
    Runnable own = memory.get();
    if (part == null) {
      return own;
    }
    Runnable parts = part.remember();
    return () -> {
      own.run();
      parts.run();
    };
  }

  /** Offers a key press; answers whether it was taken. */
  public boolean pressed(KeyEvent event) {
    if (all.test(event)) {
      return true;
    }
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
