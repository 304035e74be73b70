package duken.desktop.bank;

import duken.desktop.kit.Icons;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Digits for fingers, in the order of a cash register. */
final class DigitPad extends GridPane {

  private static final String[] KEYS = {"7", "8", "9", "4", "5", "6", "1", "2", "3", "0"};
  private static final int COLUMNS = 3;
  private static final double WIDTH = 84;
  private static final double HEIGHT = 48;

  DigitPad(Consumer<String> typed, Runnable erased) {
    getStyleClass().addAll("keypad", "digit-pad");
    setHgap(8);
    setVgap(8);
    for (int i = 0; i < KEYS.length; i++) {
      String key = KEYS[i];
      add(button(key, () -> typed.accept(key)), i % COLUMNS, i / COLUMNS);
    }
    Button erase = button("", erased);
    erase.setGraphic(Icons.of(Material2RoundAL.BACKSPACE, 28));
    erase.setAccessibleText("⌫");
    erase.setPrefWidth(2 * WIDTH + getHgap());
    add(erase, 1, COLUMNS, 2, 1);
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add("keypad-button");
    button.setFocusTraversable(false);
    button.setMinSize(WIDTH, HEIGHT);
    button.setPrefSize(WIDTH, HEIGHT);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
