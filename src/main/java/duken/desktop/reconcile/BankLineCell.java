package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Line;
import duken.desktop.kit.Icons;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** A line as a row: when, who, how the two sides stand, how much. */
final class BankLineCell extends ListCell<Line> {

  private final Texts texts;
  private final Moments moments;
  private final Label time = new Label();
  private final Label who = new Label();
  private final Label kind = new Label();
  private final Label sum = new Label();
  private final HBox row;

  BankLineCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    time.getStyleClass().add("row-time");
    time.setMinWidth(USE_PREF_SIZE);
    who.getStyleClass().add("row-main");
    kind.getStyleClass().add("row-small");
    sum.getStyleClass().add("row-sum");
    sum.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(2, who, kind);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(14, time, words, sum);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    time.setText(moments.time(line.at()));
    who.setText(LineWords.who(texts, line));
    kind.setText(LineWords.kind(texts, line.kind()));
    kind.setGraphic(
        Icons.of(line.open() ? Material2RoundMZ.WARNING : Material2RoundAL.CHECK_CIRCLE, 16));
    sum.setText(LineWords.sum(texts, line));
    setGraphic(row);
  }
}
