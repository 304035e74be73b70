package duken.desktop.goods;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** An item's picture: shown, chosen from a file, taken away. */
final class PicturePane extends VBox {

  private static final double SIZE = 200;

  /** The largest picture (gateway contract, section 11.4). */
  private static final long LARGEST = 5_242_880;

  private final DeskContext context;
  private final FileChoice files;
  private final GoodsPictures pictures;
  private final Consumer<Message> words;
  private final StackPane frame = GoodsPictures.frame(SIZE);
  private final KeyButton choose;
  private final KeyButton drop;
  private UUID imageId;

  /**
   * @param imageId the picture so far, or null
   * @param words says what came of it
   */
  PicturePane(
      DeskContext context,
      FileChoice files,
      GoodsPictures pictures,
      UUID imageId,
      Consumer<Message> words) {
    this.context = context;
    this.files = files;
    this.pictures = pictures;
    this.words = words;
    choose =
        new KeyButton(Material2RoundAL.ADD_PHOTO_ALTERNATE, Hotkeys.ctrl(KeyCode.O), this::choose)
            .captioned(context.texts(), "goods.picture.choose");
    choose.setId("goods-picture");
    drop =
        new KeyButton(Material2RoundAL.DELETE, Hotkeys.ctrl(KeyCode.D), () -> show(null))
            .captioned(context.texts(), "goods.picture.drop");
    drop.setId("goods-picture-drop");
    setSpacing(8);
    setMinWidth(SIZE + 30);
    setMaxWidth(SIZE + 30);
    getChildren().addAll(frame, choose, drop);
    show(imageId);
  }

  void wire(Hotkeys keys) {
    choose.wire(keys, Hotkeys.ctrl(KeyCode.O));
    drop.wire(keys, Hotkeys.ctrl(KeyCode.D));
  }

  /** The picture that is chosen now, or null. */
  UUID imageId() {
    return imageId;
  }

  private void show(UUID id) {
    imageId = id;
    pictures.hang(id, frame);
    drop.setDisable(id == null);
  }

  private void choose() {
    files.open("goods.picture.choose", List.of("jpg", "jpeg", "png", "webp")).ifPresent(this::keep);
  }

  private void keep(Path file) {
    choose.setDisable(true);
    context
        .background()
        .ask(
            () -> {
              byte[] content = content(file);
              return content.length == 0 ? null : context.engine().goods().keepPicture(content);
            },
            kept -> {
              choose.setDisable(false);
              if (kept == null) {
                words.accept(Message.of(Tone.BAD, "goods.picture.unreadable"));
              } else {
                show(kept.imageId());
              }
            },
            failure -> {
              choose.setDisable(false);
              words.accept(Message.of(failure));
            });
  }

  /** Empty when the file cannot be a picture, or cannot be read. */
  private static byte[] content(Path file) {
    try {
      return Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
    } catch (IOException _) {
      return new byte[0];
    }
  }
}
