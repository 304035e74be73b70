package duken.desktop.cash;

import duken.api.cash.CashJson.Operation;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Something in cash as a row: what and when, by whom and why, how much. */
final class CashCell extends ListCell<Operation> {

  private final Texts texts;
  private final Moments moments;
  private final Label what = new Label();
  private final Label who = new Label();
  private final Label sum = new Label();
  private final HBox row;

  CashCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    what.getStyleClass().add("row-main");
    who.getStyleClass().add("row-small");
    sum.getStyleClass().add("row-main");
    sum.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(2, what, who);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(12, words, sum);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Operation made, boolean empty) {
    super.updateItem(made, empty);
    if (empty || made == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    String number = made.number() == null ? "" : texts.get("cash.numbered", made.number()) + " · ";
    what.setText(number + texts.get("cash.kind." + made.kind()));
    String reason = made.reason() == null ? "" : " · " + made.reason();
    String goods =
        made.lines().isEmpty()
            ? ""
            : made.lines().stream()
                .map(line -> line.name() + " × " + line.count())
                .collect(Collectors.joining(", ", " · ", ""));
    who.setText(moments.moment(made.at()) + " · " + made.who() + reason + goods);
    sum.setText(
        Sums.format(made.amount())
            + (made.difference() == null
                ? ""
                : "  (" + CashCountSheet.signed(made.difference()) + ")"));
    setAccessibleText(what.getText() + ", " + who.getText() + ", " + sum.getText());
    setGraphic(row);
  }
}
