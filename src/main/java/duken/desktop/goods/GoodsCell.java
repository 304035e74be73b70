package duken.desktop.goods;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One item as a row: picture, name, codes, place on the keypad, price. */
final class GoodsCell extends ListCell<GoodsJson.Item> {

  private static final double PICTURE = 48;

  private final Texts texts;
  private final GoodsPictures pictures;
  private final StackPane frame = GoodsPictures.frame(PICTURE);
  private final Label name = new Label();
  private final Label codes = new Label();
  private final Label price = new Label();
  private final Label unit = new Label();
  private final HBox row;

  GoodsCell(Texts texts, GoodsPictures pictures) {
    this.texts = texts;
    this.pictures = pictures;
    name.getStyleClass().addAll("row-main", "may-be-cut");
    codes.getStyleClass().addAll("row-small", "may-be-cut");
    price.getStyleClass().add("row-sum");
    price.setMinWidth(USE_PREF_SIZE);
    unit.getStyleClass().add("row-small");
    unit.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(2, name, codes);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox right = new VBox(2, price, unit);
    right.setAlignment(Pos.CENTER_RIGHT);
    right.setMinWidth(USE_PREF_SIZE);
    row = new HBox(14, frame, words, right);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(GoodsJson.Item item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(item.name());
    codes.setText(
        Stream.of(
                item.barcode(),
                item.article() == null ? null : texts.get("goods.row.article", item.article()),
                item.tile() == null ? null : texts.get("goods.row.tile", item.tile()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")));
    codes.setManaged(!codes.getText().isEmpty());
    price.setText(Sums.format(item.price()));
    unit.setText(texts.get("goods.unit." + item.unitId()));
    pictures.hang(item.imageId(), frame);
    setAccessibleText(name.getText() + ", " + price.getText() + ", " + codes.getText());
    setGraphic(row);
  }
}
