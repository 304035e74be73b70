package duken.desktop.cart;

import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.cart.GoodsLine;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line of the cart: what, how much of it, what it costs. */
final class CartCell extends ListCell<GoodsLine> {

  private static final double EDGES = 70;

  private final Texts texts;
  private final Label name = new Label();
  private final Label sum = new Label();
  private final Label much = new Label();
  private final Label off = new Label();
  private final VBox row;

  CartCell(Texts texts) {
    this.texts = texts;
    name.getStyleClass().add("cart-name");
    name.setWrapText(true);
    sum.getStyleClass().add("sale-sum");
    much.getStyleClass().addAll("muted", "small-word");
    off.getStyleClass().addAll("small-word", "cart-off");
    sum.setMinWidth(Region.USE_PREF_SIZE);
    off.setMinWidth(Region.USE_PREF_SIZE);
    row = new VBox(2, line(name, sum), line(much, off));
    row.getStyleClass().add("sale-row");
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(GoodsLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      accessibleTextProperty().unbind();
      setAccessibleText(null);
      return;
    }
    name.setText(line.goods().name());
    sum.setText(Sums.format(line.net()));
    String price = Sums.format(line.price());
    String old = line.isRepriced() ? " (" + Sums.format(line.goods().price()) + ")" : "";
    much.setText(
        line.goods().isFree()
            ? texts.get("cart.free.hint")
            : Quantities.format(texts, line) + " × " + price + old);
    off.setText(line.discount() == null ? "" : "−" + Sums.format(line.gross().minus(line.net())));
    setAccessibleText(name.getText() + ", " + much.getText() + ", " + sum.getText());
    setGraphic(row);
  }

  /** A long name takes a second line; a cell asks for its height without telling the width. */
  @Override
  protected double computePrefHeight(double width) {
    double inside = getListView() == null ? 0 : getListView().getWidth() - EDGES;
    return isEmpty() || inside <= 0
        ? super.computePrefHeight(width)
        : snapSizeY(row.prefHeight(inside)) + snappedTopInset() + snappedBottomInset();
  }

  private static HBox line(Label left, Label right) {
    left.setMaxWidth(Double.MAX_VALUE);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox line = new HBox(10, left, right);
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }
}
