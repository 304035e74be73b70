package duken.desktop.orders;

import duken.api.orders.OrderJson;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One order as a row: its number, how far it has come, how old it is, how much. */
final class OrderCell extends ListCell<OrderJson> {

  private final Texts texts;
  private final Moments moments;
  private final Label code = new Label();
  private final Label status = new Label();
  private final Label sum = new Label();
  private final Label age = new Label();
  private final HBox row;

  OrderCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    code.getStyleClass().add("row-time");
    status.getStyleClass().addAll("row-main", "outcome");
    sum.getStyleClass().add("row-sum");
    sum.setMinWidth(USE_PREF_SIZE);
    age.getStyleClass().add("row-small");
    VBox words = new VBox(2, code, status);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox right = new VBox(2, sum, age);
    right.setAlignment(Pos.CENTER_RIGHT);
    right.setMinWidth(USE_PREF_SIZE);
    row = new HBox(12, words, right);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(OrderJson order, boolean empty) {
    super.updateItem(order, empty);
    if (empty || order == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    code.setText(order.code());
    status.setText(
        order.isUnconfirmed()
            ? texts.get("orders.row.unconfirmed")
            : OrderWords.status(texts, order.stage().status()));
    OrderWords.tone(order).paint(status);
    sum.setText(Sums.format(order.total()));
    age.setText(OrderWords.age(texts, moments.since(order.createdAt())));
    setAccessibleText(code.getText() + ", " + status.getText() + ", " + sum.getText());
    setGraphic(row);
  }
}
