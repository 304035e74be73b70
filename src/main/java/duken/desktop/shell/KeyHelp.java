package duken.desktop.shell;

import duken.desktop.kit.Hotkeys;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The sheet of keys: what each of them does where the window is now. */
final class KeyHelp {

  private static final int COLUMNS = 3;
  private static final String WIDTH = "key-sheet";

  private final Layers layers;
  private final Texts texts;
  private final Supplier<List<Hotkeys>> explained;
  private final Hotkeys keys = new Hotkeys();

  /**
   * @param explained answers whose keys work now
   */
  KeyHelp(Layers layers, Texts texts, Supplier<List<Hotkeys>> explained) {
    this.layers = layers;
    this.texts = texts;
    this.explained = explained;
    keys.beforeAll(
        event ->
            close() && (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER));
    keys.onTyped(text -> close() && text.equals("?"));
    keys.remembering(
        () -> {
          boolean open = layers.isHelping();
          return () -> wanted(open);
        });
  }

  /** The keys while the sheet shows: any key takes it away. */
  Hotkeys keys() {
    return keys;
  }

  /** Shows the sheet or takes it away. */
  void wanted(boolean is) {
    layers.help(is && layers.lockKeys() == null ? sheet() : null);
  }

  /** {@code ?} shows the sheet; answers whether that was typed. */
  boolean typed(String text) {
    boolean asks = text.equals("?");
    if (asks) {
      wanted(!layers.isHelping());
    }
    return asks;
  }

  /** The button for those who have no keyboard. */
  RailButton button(Hotkeys of) {
    RailButton button =
        new RailButton(
            Material2RoundAL.KEYBOARD,
            texts.of("shell.keys"),
            new KeyCharacterCombination("?"),
            () -> wanted(!layers.isHelping()));
    button.getStyleClass().add("small");
    button.setId("rail-keys");
    of.explain("?", "shell.keys.this");
    of.remembering(
        () -> {
          boolean open = layers.isHelping();
          return () -> wanted(open);
        });
    return button;
  }

  private boolean close() {
    boolean open = layers.isHelping();
    layers.help(null);
    return open;
  }

  private Node sheet() {
    Map<String, Hotkeys.Line> lines = new LinkedHashMap<>();
    explained
        .get()
        .reversed()
        .forEach(
            each -> each.lines(texts::get).forEach(line -> lines.putIfAbsent(line.key(), line)));
    Label title = new Label(texts.get("shell.keys.title"));
    title.getStyleClass().add("sheet-title");
    GridPane grid = new GridPane(22, 7);
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      column.setHalignment(HPos.LEFT);
      grid.getColumnConstraints().add(column);
    }
    List<Hotkeys.Line> all = new ArrayList<>(lines.values());
    all.add(new Hotkeys.Line("0–9", texts.get("shell.keys.digits")));
    int rows = (all.size() + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < all.size(); i++) {
      grid.add(line(all.get(i)), i / rows, i % rows);
    }
    Label hint = new Label(texts.get("shell.keys.hint"));
    hint.getStyleClass().add("muted");
    VBox sheet = new VBox(14, title, grid, hint);
    sheet.getStyleClass().addAll("sheet", "key-sheet");
    sheet.setMaxSize(1200, Region.USE_PREF_SIZE);
    return sheet;
  }

  private static HBox line(Hotkeys.Line line) {
    Label key = new Label(line.key());
    key.getStyleClass().add("key-cap");
    key.setMinWidth(Region.USE_PREF_SIZE);
    Label words = new Label(line.words());
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(10, key, words);
    row.getStyleClass().add("key-line");
    return row;
  }
}
