package duken.desktop.goods;

import duken.api.goods.GoodsJson;
import duken.desktop.goods.exchange.GoodsFile;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Writes all goods into a file: a workbook or text with semicolons. */
final class ExportSheet {

  private static final double WIDTH = 640;
  private static final int PAGE = 200;

  private final DeskContext context;
  private final Texts texts;
  private final FileChoice files;
  private final Consumer<Message> words;

  /**
   * @param words says what came of it
   */
  ExportSheet(DeskContext context, FileChoice files, Consumer<Message> words) {
    this.context = context;
    this.texts = context.texts();
    this.files = files;
    this.words = words;
  }

  @FunctionalInterface
  private interface Content {
    void write(Collection<GoodsJson.Item> items, OutputStream out) throws IOException;
  }

  /** Asks which kind of file. */
  void open(Runnable closed) {
    VBox body = new VBox(10);
    Sheet sheet = new Sheet(texts.of("goods.export.title"), body, WIDTH);
    GoodsFile file = new GoodsFile(texts);
    body.getChildren()
        .addAll(
            choice(sheet, Material2RoundAL.GRID_ON, KeyCode.DIGIT1, "xlsx", file::xlsx),
            choice(sheet, Material2RoundMZ.TABLE_ROWS, KeyCode.DIGIT2, "csv", file::csv));
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    context.navigator().open(sheet.with(back).onClosed(closed));
  }

  private KeyButton choice(Sheet sheet, Ikon icon, KeyCode digit, String ending, Content content) {
    KeyButton button =
        new KeyButton(icon, Hotkeys.alt(digit), () -> choose(ending, content))
            .captioned(texts, "goods.export." + ending)
            .wire(sheet.keys(), Hotkeys.alt(digit));
    button.setId("goods-export-" + ending);
    return button;
  }

  private void choose(String ending, Content content) {
    Optional<Path> chosen =
        files.save("goods.export.title", texts.get("goods.export.name") + "." + ending);
    if (chosen.isEmpty()) {
      return;
    }
    context.navigator().closeSheet();
    words.accept(Message.of(Tone.PLAIN, "goods.export.busy"));
    context
        .background()
        .ask(
            () -> save(chosen.get(), content), words, failure -> words.accept(Message.of(failure)));
  }

  private Message save(Path file, Content content) {
    Collection<GoodsJson.Item> items = all();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.write(items, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return Message.of(
          Tone.GOOD, "goods.export.done", file.getFileName().toString(), items.size());
    } catch (IOException _) {
      return Message.of(Tone.BAD, "goods.export.failed", file.getFileName().toString());
    }
  }

  /** Each once, also when somebody changes goods in the meantime. */
  private Collection<GoodsJson.Item> all() {
    Map<Long, GoodsJson.Item> items = new LinkedHashMap<>();
    long offset = 0;
    GoodsJson.Listing page;
    do {
      page = context.engine().goods().list(null, PAGE, offset);
      page.data().forEach(item -> items.put(item.id(), item));
      offset += PAGE;
    } while (offset < page.total() && !page.data().isEmpty());
    return items.values();
  }
}
