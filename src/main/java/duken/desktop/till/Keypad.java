package duken.desktop.till;

import duken.desktop.kit.Icons;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Digits for fingers, in the order of a cash register. Types into whatever is being typed. */
final class Keypad extends GridPane {

  private static final String[] KEYS = {
    "7", "8", "9", "4", "5", "6", "1", "2", "3", "00", "0", ","
  };
  private static final int COLUMNS = 3;

  Keypad(SaleForm form) {
    getStyleClass().add("keypad");
    setHgap(8);
    setVgap(8);
    for (int i = 0; i < KEYS.length; i++) {
      String key = KEYS[i];
      add(button(key, () -> form.type(key)), i % COLUMNS, i / COLUMNS);
    }
    Button erase = button("", form::backspace);
    erase.setGraphic(Icons.of(Material2RoundAL.BACKSPACE, 30));
    erase.setAccessibleText("⌫");
    add(erase, COLUMNS, 0, 1, 2);
    Button thousand = button("000", () -> form.type("000"));
    add(thousand, COLUMNS, 2, 1, 2);
    for (int i = 0; i <= COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(25);
      column.setHalignment(HPos.CENTER);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < 4; i++) {
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(25);
      row.setValignment(VPos.CENTER);
      row.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(row);
    }
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().add("keypad-button");
    button.setFocusTraversable(false);
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
