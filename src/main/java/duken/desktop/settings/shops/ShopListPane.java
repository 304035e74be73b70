package duken.desktop.settings.shops;

import duken.api.AdminJson.Tenant;
import duken.api.DeskJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Sheet;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The shops: opened, renamed, suspended, resumed. */
final class ShopListPane extends VBox {

  private static final double GAP = 16;
  private static final double ROW = 68;
  private static final double SHEET_WIDTH = 620;

  private final DeskContext context;
  private final Texts texts;
  private final Hotkeys keys;
  private final ShopsViewModel model;
  private final LabeledField name;

  /**
   * A list over these shops.
   *
   * @param keys where its own keys go
   */
  ShopListPane(DeskContext context, Hotkeys keys, ShopsViewModel model) {
    super(GAP);
    this.context = context;
    this.texts = context.texts();
    this.keys = keys;
    this.model = model;
    TextField input = new TextField();
    input.setId("shops-name");
    name =
        new LabeledField(texts, "shops.name", input, model.name(), model.wrong())
            .prompting("shops.name.prompt");
    getChildren().addAll(maker(), listCard(), buttons());
  }

  void refresh() {
    model.refresh(this::say);
  }

  /** Stands where a new shop is named. */
  void takeFocus() {
    name.takeFocus();
  }

  private HBox maker() {
    KeyButton create =
        button(
            "create",
            Material2RoundAL.ADD,
            Hotkeys.key(KeyCode.ENTER),
            () -> model.create(this::say));
    create.disableProperty().bind(model.busy());
    create.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox maker = new HBox(10, name, create);
    maker.setAlignment(Pos.CENTER_LEFT);
    return maker;
  }

  private StackPane listCard() {
    ListView<Tenant> list = new ListView<>(model.shops());
    list.accessibleTextProperty().bind(texts.of("settings.section.shops"));
    list.setId("shops");
    list.setFixedCellSize(ROW);
    list.setMinHeight(ROW * 2);
    list.setPrefHeight(ROW * 4);
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.setCellFactory(_ -> new ShopCell(texts, context.moments()));
    ObservableValue<Tenant> selected = list.getSelectionModel().selectedItemProperty();
    selected.subscribe(
        shop -> {
          if (shop != null) {
            model.chosen().set(shop);
          }
        });
    model.chosen().subscribe(shop -> list.getSelectionModel().select(shop));
    StackPane card = new StackPane(list);
    card.getStyleClass().add("list-card");
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private FlowPane buttons() {
    ObservableValue<Boolean> stands =
        model.chosen().map(Tenant::suspended).orElse(false).map(Boolean::booleanValue);
    KeyButton open =
        ofChosen("keys", Material2RoundMZ.VPN_KEY, KeyCode.F5, () -> model.opened().set(chosen()));
    KeyButton rename = ofChosen("rename", Material2RoundAL.EDIT, KeyCode.F3, this::rename);
    KeyButton suspend =
        ofChosen("suspend", Material2RoundAL.BLOCK, KeyCode.F4, this::suspend).styled("danger");
    KeyButton resume =
        ofChosen("resume", Material2RoundMZ.PLAY_ARROW, KeyCode.F4, () -> ask("resume", false));
    suspend.visibleProperty().bind(stands.map(it -> !it));
    resume.visibleProperty().bind(stands);
    for (KeyButton either : new KeyButton[] {suspend, resume}) {
      either.managedProperty().bind(either.visibleProperty());
    }
    return SectionPane.row(open, rename, suspend, resume);
  }

  private KeyButton ofChosen(String action, Ikon icon, KeyCode key, Runnable work) {
    KeyButton button = button(action, icon, Hotkeys.key(key), work);
    button.disableProperty().bind(model.chosen().isNull().or(model.busy()));
    return button;
  }

  private KeyButton button(String action, Ikon icon, KeyCombination key, Runnable work) {
    KeyButton button =
        new KeyButton(icon, key, work)
            .captioned(texts, "settings.shops.action." + action)
            .wire(keys, key);
    button.setId("shops-" + action);
    return button;
  }

  private Tenant chosen() {
    return model.chosen().get();
  }

  private void rename() {
    Tenant shop = chosen();
    model.beginRenaming(shop);
    TextField input = new TextField();
    input.setId("shops-new-name");
    LabeledField labeledField =
        new LabeledField(texts, "shops.new_name", input, model.newName(), model.wrongNewName());
    Sheet sheet =
        new Sheet(texts.of("settings.shops.rename.title", shop.name()), labeledField, SHEET_WIDTH);
    Runnable close = context.navigator()::closeSheet;
    KeyButton back =
        new KeyButton(Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), close)
            .captioned(texts, "question.no");
    KeyButton save =
        new KeyButton(
                Material2RoundMZ.SAVE,
                Hotkeys.key(KeyCode.ENTER),
                () -> model.rename(shop, close, this::say))
            .captioned(texts, "settings.action.save")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    save.setId("shops-rename-save");
    context.navigator().open(sheet.with(back, save));
    labeledField.takeFocus();
  }

  private void suspend() {
    DeskJson.State state = context.feed().stateProperty().get();
    boolean own = state != null && state.shop().equals(chosen().name());
    ask(own ? "suspend_own" : "suspend", true);
  }

  private void ask(String question, boolean danger) {
    Tenant shop = chosen();
    new Question(
            "settings.shops." + question + ".",
            new Object[] {shop.name()},
            danger ? Material2RoundAL.BLOCK : Material2RoundMZ.PLAY_ARROW,
            danger)
        .ask(
            texts,
            context.navigator()::open,
            context.navigator()::closeSheet,
            () -> model.lock(shop, this::say));
  }

  private void say(RuntimeException e) {
    context.navigator().say(Message.of(e));
  }
}
