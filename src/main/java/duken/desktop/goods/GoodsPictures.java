package duken.desktop.goods;

import duken.desktop.kit.Icons;
import duken.desktop.shell.DeskContext;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Pictures of goods in small, each asked for once. Call on the JavaFX thread. */
final class GoodsPictures {

  private static final double DRAWN = 320;
  private static final int MOST = 300;

  private final DeskContext context;
  private final Map<UUID, Image> known = new HashMap<>();

  GoodsPictures(DeskContext context) {
    this.context = context;
  }

  /** An empty frame of this size in pixels. */
  static StackPane frame(double size) {
    StackPane frame = new StackPane();
    frame.getStyleClass().add("list-card");
    frame.setMinSize(size, size);
    frame.setMaxSize(size, size);
    return frame;
  }

  /** Hangs a picture into a frame; null and what cannot be drawn leave a sign there. */
  void hang(UUID id, StackPane frame) {
    frame.setUserData(id);
    Image image = known.get(id);
    draw(image, frame);
    if (id == null || image != null) {
      return;
    }
    context
        .background()
        .ask(
            () -> context.engine().goods().picture(id),
            bytes -> {
              Image read = new Image(new ByteArrayInputStream(bytes), DRAWN, DRAWN, true, true);
              if (known.size() >= MOST) {
                known.clear();
              }
              known.put(id, read);
              if (id.equals(frame.getUserData())) {
                draw(read, frame);
              }
            },
            _ -> {});
  }

  private static void draw(Image image, StackPane frame) {
    if (image == null || image.isError()) {
      frame.getChildren().setAll(Icons.of(Material2RoundAL.IMAGE, (int) (frame.getMinWidth() / 2)));
      return;
    }
    ImageView view = new ImageView(image);
    view.setFitWidth(frame.getMinWidth() - 4);
    view.setFitHeight(frame.getMinHeight() - 4);
    view.setPreserveRatio(true);
    frame.getChildren().setAll(view);
  }
}
