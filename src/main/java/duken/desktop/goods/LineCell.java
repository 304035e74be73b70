package duken.desktop.goods;

import javafx.scene.control.ListCell;

/** A sentence as a row; a long one goes on in the next line. */
final class LineCell extends ListCell<String> {

  LineCell() {
    setWrapText(true);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(String line, boolean empty) {
    super.updateItem(line, empty);
    setText(empty ? null : line);
    setAccessibleText(empty ? null : line);
  }
}
