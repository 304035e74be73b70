package duken.desktop.goods;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What the shop sells: found by words or a scan, made, changed, removed. */
public final class GoodsScreen implements Screen {

  /** How others name this place. */
  public static final String ID = "goods";

  /** Narrow, so that all keys have room in one row. */
  private static final double GAP = 6;

  private final DeskContext context;
  private final Texts texts;
  private final FileChoice files;
  private final GoodsViewModel model;
  private final GoodsPictures pictures;
  private final Hotkeys keys = new Hotkeys();
  private final GoodsListPane list;
  private final SearchField search;
  private final Label said = new Label();
  private final BorderPane node = new BorderPane();
  private Subscription subscription = Subscription.EMPTY;

  /** A code that was scanned and that no item has: the next new item is likely to have it. */
  private String unknownCode;

  public GoodsScreen(DeskContext context) {
    this(context, FileChoice.asked(context));
  }

  GoodsScreen(DeskContext context, FileChoice files) {
    this.context = context;
    this.files = files;
    texts = context.texts();
    model = new GoodsViewModel(context.engine(), context.background());
    pictures = new GoodsPictures(context);
    search = new SearchField(texts, model.search());
    list = new GoodsListPane(context, model, pictures, this::edit);
    model.said().subscribe(this::say);
    node.setTop(new VBox(8, title(), searching()));
    node.setCenter(list);
    node.setBottom(bar());
    node.getStyleClass().addAll("screen", "goods");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {
    subscription = context.feed().onReturn(model::reload);
    context.navigator().scansTo(this::scanned);
    model.reload();
    list.takeFocus();
  }

  @Override
  public void hidden() {
    context.navigator().scansTo(null);
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private HBox title() {
    Label title = new Label();
    title.getStyleClass().add("screen-title");
    texts.bind(title.textProperty(), "goods.title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    said.getStyleClass().add("outcome");
    said.setWrapText(true);
    said.setId("goods-outcome");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label total = new Label();
    total.getStyleClass().add("muted");
    total.setMinWidth(Region.USE_PREF_SIZE);
    total
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.count("goods.total", model.total().get()),
                model.total(),
                texts.languageProperty()));
    HBox row = new HBox(16, title, said, gap, total);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node searching() {
    keys.on(Hotkeys.ctrl(KeyCode.F), "goods.search.prompt", search::focus);
    for (KeyCode code : new KeyCode[] {KeyCode.DOWN, KeyCode.UP}) {
      keys.on(Hotkeys.key(code), this::toList);
    }
    HBox row = new HBox(search.node());
    HBox.setHgrow(search.node(), Priority.ALWAYS);
    row.getStyleClass().add("filter-bar");
    return row;
  }

  private FlowPane bar() {
    KeyButton edit =
        button("edit", Material2RoundAL.EDIT, Hotkeys.key(KeyCode.ENTER), this::enter)
            .styled("primary");
    KeyButton remove =
        button("remove", Material2RoundAL.DELETE, Hotkeys.key(KeyCode.DELETE), this::askRemove);
    edit.disableProperty().bind(Bindings.isEmpty(model.items()));
    remove.disableProperty().bind(Bindings.isEmpty(model.items()));
    FlowPane bar =
        new FlowPane(
            GAP,
            GAP,
            button("back", Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), this::back),
            button("add", Material2RoundAL.ADD, Hotkeys.key(KeyCode.INSERT), this::add),
            edit,
            remove,
            button("import", Material2RoundMZ.PUBLISH, Hotkeys.ctrl(KeyCode.I), this::takeOver),
            button("export", Material2RoundMZ.SAVE_ALT, Hotkeys.ctrl(KeyCode.S), this::export),
            button(
                "scales", Material2RoundAL.FITNESS_CENTER, Hotkeys.ctrl(KeyCode.W), this::scales));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("bottom-bar");
    return bar;
  }

  private KeyButton button(String word, Ikon icon, KeyCombination key, Runnable action) {
    KeyButton button =
        new KeyButton(icon, key, action).captioned(texts, "goods.action." + word).wire(keys, key);
    button.setId("goods-" + word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private boolean toList() {
    if (list.isAtList()) {
      return false;
    }
    list.takeFocus();
    return true;
  }

  private void back() {
    if (search.isUsed()) {
      search.find("");
      list.takeFocus();
    } else {
      context.navigator().go("till");
    }
  }

  private void enter() {
    search.now();
    GoodsJson.Item item = list.chosen();
    if (item != null) {
      edit(item);
    }
  }

  private void add() {
    ItemSheet sheet = sheet(null, item -> kept("goods.added", item));
    sheet.open(unknownCode, this::listen);
    unknownCode = null;
  }

  private void edit(GoodsJson.Item item) {
    sheet(item, changed -> kept("goods.changed", changed)).open(null, this::listen);
  }

  private ItemSheet sheet(GoodsJson.Item item, Consumer<GoodsJson.Item> kept) {
    ItemSheet sheet = new ItemSheet(context, files, pictures, item, kept);
    context.navigator().scansTo(sheet::scanned);
    return sheet;
  }

  /** A sheet was closed: scans find items again. */
  private void listen() {
    context.navigator().scansTo(this::scanned);
    list.takeFocus();
  }

  private void kept(String textKey, GoodsJson.Item item) {
    list.choose(item.id());
    model.say(Message.of(Tone.GOOD, textKey, item.name()));
    model.reload();
  }

  private void askRemove() {
    GoodsJson.Item item = list.chosen();
    if (item != null) {
      Object[] name = {item.name()};
      new Question("goods.remove.", name, Material2RoundAL.DELETE, true)
          .ask(
              texts,
              context.navigator()::open,
              context.navigator()::closeSheet,
              () -> model.remove(item));
    }
  }

  private void takeOver() {
    files
        .open("goods.import.title", List.of("xlsx", "csv", "txt"))
        .ifPresent(
            file -> {
              context.navigator().scansTo(_ -> {});
              new ImportSheet(context, file)
                  .open(
                      () -> {
                        listen();
                        model.reload();
                      });
            });
  }

  private void export() {
    new ExportSheet(context, files, model::say).open(this::listen);
  }

  private void scales() {
    new ScalesSheet(context).open(this::listen);
  }

  private void scanned(String code) {
    model.scanned(
        code,
        item -> {
          unknownCode = null;
          list.choose(item.id());
          search.find(item.barcode() != null ? item.barcode() : item.name());
          model.reload();
          list.takeFocus();
        },
        unknown -> unknownCode = unknown.length() > Codes.LONGEST ? null : unknown);
  }

  private void say(Message message) {
    said.textProperty().unbind();
    said.setText("");
    if (message != null) {
      message.show(said, texts);
    }
  }
}
