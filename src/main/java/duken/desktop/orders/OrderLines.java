package duken.desktop.orders;

import duken.api.orders.OrderJson;
import duken.desktop.kit.Icons;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What was ordered: picture from the shop's catalog where the code matches, SKU, name, sum. */
final class OrderLines extends VBox {

  private static final double PICTURE = 56;
  private static final int MOST_PICTURES = 200;

  private final DeskContext context;
  private final Map<UUID, Image> pictures = new HashMap<>();

  OrderLines(DeskContext context) {
    this.context = context;
    setSpacing(8);
  }

  void show(OrderJson order) {
    getChildren().clear();
    for (OrderJson.Line line : order.lines()) {
      getChildren().add(row(line));
    }
  }

  private HBox row(OrderJson.Line line) {
    StackPane frame = new StackPane(Icons.of(Material2RoundMZ.SHOPPING_BASKET, 28));
    frame.getStyleClass().add("list-card");
    frame.setMinSize(PICTURE, PICTURE);
    frame.setMaxSize(PICTURE, PICTURE);
    if (line.imageId() != null) {
      picture(line.imageId(), frame);
    }
    Label name = new Label(line.name() == null ? "–" : line.name());
    name.getStyleClass().addAll("row-main", "may-be-cut");
    Label sku = new Label();
    sku.getStyleClass().addAll("row-small", "may-be-cut");
    context
        .texts()
        .bind(
            sku.textProperty(),
            line.catalogItemId() == null ? "orders.line.sku" : "orders.line.ours",
            line.sku() == null ? "–" : line.sku());
    VBox words = new VBox(2, name, sku);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label quantity = new Label("× " + line.quantity().toPlainString());
    quantity.getStyleClass().add("row-time");
    quantity.setMinWidth(USE_PREF_SIZE);
    Label sum = new Label(Sums.format(line.total()));
    sum.getStyleClass().add("row-sum");
    sum.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(14, frame, words, quantity, sum);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void picture(UUID id, StackPane frame) {
    Image known = pictures.get(id);
    if (known != null) {
      hang(known, frame);
      return;
    }
    context
        .background()
        .ask(
            () -> context.engine().orders().picture(id),
            bytes -> {
              Image image =
                  new Image(new ByteArrayInputStream(bytes), 2 * PICTURE, 2 * PICTURE, true, true);
              if (!image.isError()) {
                if (pictures.size() >= MOST_PICTURES) {
                  pictures.clear();
                }
                pictures.put(id, image);
                hang(image, frame);
              }
            },
            _ -> {});
  }

  private static void hang(Image image, StackPane frame) {
    ImageView view = new ImageView(image);
    view.setFitWidth(PICTURE - 4);
    view.setFitHeight(PICTURE - 4);
    view.setPreserveRatio(true);
    frame.getChildren().setAll(view);
  }
}
