package duken.desktop.goods;

import atlantafx.base.controls.CustomTextField;
import duken.api.goods.GoodsJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import duken.desktop.text.Texts;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
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
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What the shop sells: found by words or a scan, made, changed, removed. */
public final class GoodsScreen implements Screen {

  /** How others name this place. */
  public static final String ID = "goods";

  /** Typing pauses for this long before the engine is asked. */
  private static final Duration BREATH = Duration.millis(200);

  private final DeskContext context;
  private final Texts texts;
  private final FileChoice files;
  private final GoodsViewModel model;
  private final GoodsPictures pictures;
  private final Hotkeys keys = new Hotkeys();
  private final GoodsListPane list;
  private final CustomTextField search = new CustomTextField();
  private final PauseTransition pause = new PauseTransition(BREATH);
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
    Label keyCap = new Label("Ctrl F");
    keyCap.getStyleClass().add("key-cap");
    search.setId("goods-search");
    search.accessibleTextProperty().bind(texts.of("goods.search.prompt"));
    texts.bind(search.promptTextProperty(), "goods.search.prompt");
    search.setLeft(Icons.of(Material2RoundMZ.SEARCH, 22));
    search.setRight(keyCap);
    search.getStyleClass().add("search-field");
    pause.setOnFinished(_ -> model.search().set(search.getText()));
    search.textProperty().addListener(_ -> pause.playFromStart());
    keys.on(
        Hotkeys.ctrl(KeyCode.F),
        "goods.search.prompt",
        () -> {
          search.requestFocus();
          search.selectAll();
          return true;
        });
    for (KeyCode code : new KeyCode[] {KeyCode.DOWN, KeyCode.UP}) {
      keys.on(Hotkeys.key(code), this::toList);
    }
    HBox row = new HBox(search);
    HBox.setHgrow(search, Priority.ALWAYS);
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
            10,
            10,
            button("back", Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), this::back),
            button("add", Material2RoundAL.ADD, Hotkeys.key(KeyCode.INSERT), this::add),
            edit,
            remove,
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
    if (!search.getText().isEmpty() || search.isFocused()) {
      find("");
      list.takeFocus();
    } else {
      context.navigator().go("till");
    }
  }

  private void find(String words) {
    search.setText(words);
    pause.stop();
    model.search().set(words);
  }

  private void enter() {
    if (search.isFocused()) {
      find(search.getText());
    }
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

  private void scales() {
    new ScalesSheet(context).open(this::listen);
  }

  private void scanned(String code) {
    model.scanned(
        code,
        item -> {
          unknownCode = null;
          list.choose(item.id());
          find(item.barcode() != null ? item.barcode() : item.name());
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
