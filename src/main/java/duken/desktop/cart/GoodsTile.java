package duken.desktop.cart;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.Icons;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import java.io.ByteArrayInputStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** An item for a finger: its picture, its name, its price. */
final class GoodsTile extends Button {

  private static final double PICTURE = 52;
  private static final double WIDTH = 206;

  GoodsTile(DeskContext context, GoodsJson.Item item, Runnable action) {
    Label name = new Label(item.name());
    name.getStyleClass().add("goods-tile-name");
    name.setWrapText(true);
    Label price = new Label(Sums.format(item.price()));
    price.getStyleClass().addAll("muted", "small-word");
    VBox words = new VBox(2, name, price);
    words.setAlignment(Pos.CENTER_LEFT);
    StackPane picture = new StackPane(Icons.of(Material2RoundMZ.SHOPPING_BASKET, 30));
    picture.setMinSize(PICTURE, PICTURE);
    picture.setMaxSize(PICTURE, PICTURE);
    picture.getStyleClass().add("goods-picture");
    HBox row = new HBox(10, picture, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMouseTransparent(true);
    setGraphic(row);
    setAccessibleText(item.name() + ", " + price.getText());
    setId("goods-tile-" + item.id());
    getStyleClass().addAll("tile", "goods-tile");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxHeight(Double.MAX_VALUE);
    setFocusTraversable(false);
    setOnAction(_ -> action.run());
    if (item.imageId() != null) {
      context
          .background()
          .ask(
              () -> read(context.engine().goods().picture(item.imageId())),
              image -> show(picture, image),
              _ -> {
                // It keeps the basket.
              });
    }
  }

  private static Image read(byte[] bytes) {
    return new Image(new ByteArrayInputStream(bytes), 2 * PICTURE, 2 * PICTURE, true, true);
  }

  /** JavaFX reads no WebP; such an item keeps the basket. */
  private static void show(StackPane picture, Image image) {
    if (!image.isError()) {
      ImageView view = new ImageView(image);
      view.setFitWidth(PICTURE);
      view.setFitHeight(PICTURE);
      view.setPreserveRatio(true);
      picture.getChildren().setAll(view);
    }
  }
}
