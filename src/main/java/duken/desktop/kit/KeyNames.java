package duken.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Keys as they are printed on a keyboard. */
public final class KeyNames {

  private KeyNames() {}

  /** {@code F3}, {@code Enter}, {@code Alt 1}. */
  public static String of(KeyCombination combination) {
    if (!(combination instanceof KeyCodeCombination keys)) {
      return combination.getDisplayText();
    }
    List<String> parts = new ArrayList<>();
    if (keys.getControl() == KeyCombination.ModifierValue.DOWN) {
      parts.add("Ctrl");
    }
    if (keys.getAlt() == KeyCombination.ModifierValue.DOWN) {
      parts.add("Alt");
    }
    if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
      parts.add("Shift");
    }
    parts.add(of(keys.getCode()));
    return String.join(" ", parts);
  }

  private static String of(KeyCode code) {
    return switch (code) {
      case ENTER -> "Enter";
      case ESCAPE -> "Esc";
      case DELETE -> "Del";
      case BACK_SPACE -> "⌫";
      case SPACE -> "Space";
      case EQUALS -> "=";
      case PAGE_UP -> "PgUp";
      case PAGE_DOWN -> "PgDn";
      case UP -> "↑";
      case DOWN -> "↓";
      case LEFT -> "←";
      case RIGHT -> "→";
      case MINUS -> "−";
      case OPEN_BRACKET -> "[";
      case BACK_QUOTE -> "`";
      case COMMA -> ",";
      case PERIOD -> ".";
      default -> code.getName();
    };
  }
}
