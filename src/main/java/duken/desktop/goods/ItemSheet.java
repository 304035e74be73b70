package duken.desktop.goods;

import duken.api.EngineProblem;
import duken.api.goods.GoodsJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.SumField;
import duken.desktop.kit.task.FormKey;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import duken.domain.catalog.Unit;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Makes an item or changes one. A scan while it is open fills the barcode and nothing else. */
final class ItemSheet {

  private static final double WIDTH = 860;

  private final DeskContext context;
  private final Texts texts;
  private final GoodsJson.Item before;
  private final Consumer<GoodsJson.Item> kept;
  private final FormKey once = new FormKey();
  private final TextField name = new TextField();
  private final TextField price = new SumField();
  private final ComboBox<Unit> unit = new ComboBox<>();
  private final TextField barcode = new TextField();
  private final TextField article = new TextField();
  private final TextField tile = new TextField();
  private final Map<String, TextField> fields =
      Map.of("name", name, "price", price, "barcode", barcode, "article", article, "tile", tile);
  private final Label said = new WrappedLabel("outcome");
  private final PicturePane picture;
  private KeyButton save;

  /**
   * @param before the item, or null for a new one
   * @param kept is told the item as it is then
   */
  ItemSheet(
      DeskContext context,
      FileChoice files,
      GoodsPictures pictures,
      GoodsJson.Item before,
      Consumer<GoodsJson.Item> kept) {
    this.context = context;
    this.texts = context.texts();
    this.before = before;
    this.kept = kept;
    picture =
        new PicturePane(
            context, files, pictures, before == null ? null : before.imageId(), this::say);
  }

  /**
   * Opens it.
   *
   * @param code of a new item that was scanned, or null
   * @param closed is run when it closes, however that happens
   */
  void open(String code, Runnable closed) {
    name.setId("goods-name");
    price.setId("goods-price");
    barcode.setId("goods-barcode");
    article.setId("goods-article");
    tile.setId("goods-tile");
    unit.setId("goods-unit");
    fill(code);
    GridPane grid = new GridPane(14, 10);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      grid.getColumnConstraints().add(half);
    }
    grid.add(labelled("name", name), 0, 0, 2, 1);
    grid.add(labelled("price", price), 0, 1);
    grid.add(units(), 1, 1);
    grid.add(labelled("barcode", barcode), 0, 2);
    grid.add(labelled("article", article), 1, 2);
    grid.add(labelled("tile", tile), 0, 3);
    Label hint = new WrappedLabel("muted");
    texts.bind(hint.textProperty(), "goods.tile.hint");
    grid.add(hint, 1, 3);
    HBox.setHgrow(grid, Priority.ALWAYS);
    said.setId("goods-said");
    HBox upper = new HBox(20, picture, grid);
    VBox body = new VBox(14, upper, said);
    Sheet sheet =
        new Sheet(texts.of(before == null ? "goods.new.title" : "goods.edit.title"), body, WIDTH);
    picture.wire(sheet.keys());
    KeyButton no =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    save =
        new KeyButton(Material2RoundMZ.SAVE, Hotkeys.key(KeyCode.ENTER), this::save)
            .captioned(texts, "goods.save")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    save.setId("goods-save");
    barcode.textProperty().subscribe(_ -> doubt());
    context.navigator().open(sheet.with(no, save).onClosed(closed));
    name.requestFocus();
    name.end();
  }

  /** A code was scanned. */
  void scanned(String code) {
    barcode.setText(code);
    barcode.requestFocus();
    barcode.end();
  }

  private void fill(String code) {
    unit.setValue(Unit.PIECE);
    if (before == null) {
      barcode.setText(code == null ? "" : code);
      return;
    }
    name.setText(before.name());
    price.setText(before.price().replaceFirst("\\.00$", "").replace('.', ','));
    unit.setValue(Unit.of(before.unitId()).orElse(Unit.PIECE));
    barcode.setText(before.barcode() == null ? "" : before.barcode());
    article.setText(before.article() == null ? "" : before.article());
    tile.setText(before.tile() == null ? "" : before.tile().toString());
  }

  private VBox labelled(String field, TextField input) {
    input.getStyleClass().add("big-field");
    input.accessibleTextProperty().bind(texts.of("goods.field." + field));
    input.textProperty().addListener(_ -> hush());
    return new VBox(4, label(field, input), input);
  }

  private Label label(String field, javafx.scene.Node input) {
    Label label = new WrappedLabel("field-label");
    texts.bind(label.textProperty(), "goods.field." + field);
    label.setLabelFor(input);
    return label;
  }

  private VBox units() {
    unit.getItems().setAll(Unit.values());
    unit.getStyleClass().add("search-field");
    unit.setMaxWidth(Double.MAX_VALUE);
    unit.accessibleTextProperty().bind(texts.of("goods.field.unit"));
    texts
        .languageProperty()
        .subscribe(
            _ -> {
              Unit chosen = unit.getValue();
              unit.setConverter(
                  new StringConverter<>() {
                    @Override
                    public String toString(Unit one) {
                      return one == null ? "" : texts.get("goods.unit." + one.id());
                    }

                    @Override
                    public Unit fromString(String text) {
                      return unit.getValue();
                    }
                  });
              // What is chosen is drawn again in the new language.
              unit.setValue(null);
              unit.setValue(chosen);
            });
    VBox box = new VBox(4, label("unit", unit), unit);
    box.setAlignment(Pos.TOP_LEFT);
    return box;
  }

  private void doubt() {
    if (Codes.isDoubtful(barcode.getText().strip())) {
      say(Message.of(Tone.CAREFUL, "goods.barcode.doubtful"));
    }
  }

  private void hush() {
    said.textProperty().unbind();
    said.setText("");
  }

  private void say(Message message) {
    message.show(said, texts);
  }

  private void save() {
    ItemForm form =
        new ItemForm(
            name.getText(),
            price.getText(),
            unit.getValue().id(),
            barcode.getText(),
            article.getText(),
            tile.getText(),
            picture.imageId());
    switch (form.read()) {
      case ItemForm.Read.Faulty(String field, String textKey) -> {
        say(Message.of(Tone.BAD, textKey));
        fields.get(field).requestFocus();
      }
      case ItemForm.Read.Wished(GoodsJson.Wish wish) -> send(wish);
    }
  }

  private void send(GoodsJson.Wish wish) {
    save.setDisable(true);
    String key = once.keyFor(wish);
    context
        .background()
        .ask(
            () ->
                before == null
                    ? context.engine().goods().add(wish, key)
                    : context.engine().goods().change(before.id(), wish),
            item -> {
              context.navigator().closeSheet();
              kept.accept(item);
            },
            this::failed);
  }

  private void failed(RuntimeException failure) {
    save.setDisable(false);
    say(Message.of(failure));
    if (failure instanceof EngineProblem problem && problem.fields().containsKey("barcode")) {
      barcode.requestFocus();
    }
  }
}
