package duken.desktop.settings.shops;

import duken.api.AdminJson.Tenant;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.settings.keys.KeysPane;
import duken.desktop.settings.keys.KeysViewModel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The keys of one of the shops, and the way back to the list. */
final class ShopKeysPane extends VBox {

  private static final double GAP = 16;

  private final Texts texts;
  private final Hotkeys keys;
  private final StringProperty mode = new SimpleStringProperty();
  private final StringProperty role = new SimpleStringProperty();
  private final KeysViewModel model;
  private final KeysPane pane;

  /**
   * Shows nothing before {@link #enter}.
   *
   * @param keys where its own keys go
   */
  ShopKeysPane(DeskContext context, Hotkeys keys, ShopsViewModel shops) {
    super(GAP);
    this.texts = context.texts();
    this.keys = keys;
    model =
        new KeysViewModel(
            () ->
                new ShopKeyRing(
                    context.engineSwitch().admin().orElseThrow(),
                    shops.opened().get(),
                    mode.get(),
                    role.get()),
            context.background());
    pane = new KeysPane(context, keys, model, choices());
    VBox.setVgrow(pane, Priority.ALWAYS);
    getChildren().add(pane);
  }

  /** Which shop it is, and the way back to all of them: for the section's first line. */
  HBox head(ShopsViewModel shops) {
    Label title = new Label();
    title.getStyleClass().add("card-title");
    title.textProperty().bind(shops.opened().map(Tenant::name).orElse(""));
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                () -> shops.opened().set(null))
            .captioned(texts, "settings.shops.action.all")
            .wire(keys, Hotkeys.key(KeyCode.ESCAPE));
    back.setId("shops-all");
    back.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(GAP, title, back);
    head.setAlignment(Pos.CENTER_RIGHT);
    head.visibleProperty().bind(visibleProperty());
    head.managedProperty().bind(visibleProperty());
    return head;
  }

  void enter() {
    mode.set("test");
    role.set("api");
    model.begin();
    pane.takeFocus();
  }

  /** It is left: a new key is shown no more. */
  void leave() {
    model.forget();
  }

  private Node choices() {
    return SectionPane.row(
        choice(mode, "test", "mode.test", KeyCode.DIGIT1),
        choice(mode, "live", "mode.live", KeyCode.DIGIT2),
        choice(role, "api", "role.api", KeyCode.DIGIT3),
        choice(role, "desk", "role.desk", KeyCode.DIGIT4));
  }

  private ChoiceButton choice(StringProperty what, String word, String textKey, KeyCode key) {
    ChoiceButton button =
        ChoiceButton.of(
            texts, "settings.shops.keys." + textKey, Hotkeys.ctrl(key), keys, () -> what.set(word));
    what.subscribe(now -> button.choose(word.equals(now)));
    return button;
  }
}
