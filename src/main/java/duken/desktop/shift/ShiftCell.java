package duken.desktop.shift;

import duken.api.ShiftJson;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A shift as a row: its number, its desk, from when to when. */
final class ShiftCell extends ListCell<ShiftJson.Row> {

  private final Texts texts;
  private final Moments moments;
  private final Label what = new Label();
  private final Label when = new Label();
  private final VBox words = new VBox(2, what, when);

  ShiftCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    what.getStyleClass().add("row-main");
    when.getStyleClass().add("row-small");
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(ShiftJson.Row shift, boolean empty) {
    super.updateItem(shift, empty);
    if (empty || shift == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    what.setText(texts.get("shift.row", shift.number(), shift.desk()));
    String from = moments.moment(shift.openedAt());
    when.setText(
        shift.closedAt() == null
            ? texts.get("shift.row.open", from)
            : from + " — " + moments.moment(shift.closedAt()));
    setAccessibleText(what.getText() + ", " + when.getText());
    setGraphic(words);
  }
}
