package duken.desktop.settings.keys;

import duken.api.DeskJson.Key;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.settings.form.LabeledField;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Keys of a shop: made, shown once, listed, revoked. */
public final class KeysPane extends VBox {

  private static final double ROW = 68;
  private static final double GAP = 16;

  private final DeskContext context;
  private final Texts texts;
  private final Hotkeys keys;
  private final KeysViewModel model;
  private final ListView<Key> list = new ListView<>();
  private final LabeledField label;

  /**
   * A pane over these keys.
   *
   * @param keys where its own keys go
   * @param choices of a new key, between its label and the list
   */
  public KeysPane(DeskContext context, Hotkeys keys, KeysViewModel model, Node... choices) {
    this.context = context;
    this.texts = context.texts();
    this.keys = keys;
    this.model = model;
    TextField input = new TextField();
    input.setId("key-label");
    label =
        new LabeledField(texts, "keys.label", input, model.label(), model.wrong())
            .prompting("keys.label.prompt");
    setSpacing(GAP);
    getChildren().add(maker());
    getChildren().addAll(choices);
    getChildren()
        .addAll(
            new ShownSecret(context, keys, "settings.keys.once", model.fresh()),
            listCard(),
            SectionPane.row(revokeButton()));
  }

  /** Stands where the next key is named. */
  public void takeFocus() {
    label.takeFocus();
  }

  private HBox maker() {
    KeyButton create =
        new KeyButton(
                Material2RoundAL.ADD, Hotkeys.key(KeyCode.ENTER), () -> model.create(this::say))
            .captioned(texts, "settings.keys.action.create")
            .wire(keys, Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    create.setId("key-create");
    create.disableProperty().bind(model.busy());
    create.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox maker = new HBox(10, label, create);
    maker.setAlignment(Pos.CENTER_LEFT);
    return maker;
  }

  private StackPane listCard() {
    list.setItems(model.keys());
    list.accessibleTextProperty().bind(texts.of("settings.section.keys"));
    list.setId("keys");
    list.setFixedCellSize(ROW);
    list.setMinHeight(ROW * 2);
    list.setPrefHeight(ROW * 5);
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.setCellFactory(_ -> new KeyCell(texts, context.moments()));
    Label none = new Label();
    none.getStyleClass().add("muted");
    texts.bind(none.textProperty(), "settings.keys.empty");
    none.visibleProperty().bind(Bindings.isEmpty(model.keys()).and(model.known()));
    StackPane card = new StackPane(list, none);
    card.getStyleClass().add("list-card");
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private KeyButton revokeButton() {
    KeyButton revoke =
        new KeyButton(Material2RoundAL.BLOCK, Hotkeys.key(KeyCode.F4), this::revoke)
            .captioned(texts, "settings.keys.action.revoke")
            .wire(keys, Hotkeys.key(KeyCode.F4))
            .styled("danger");
    revoke.setId("key-revoke");
    revoke
        .disableProperty()
        .bind(
            list.getSelectionModel()
                .selectedItemProperty()
                .map(key -> key.revokedAt() != null)
                .orElse(true)
                .map(Boolean::booleanValue));
    return revoke;
  }

  private void revoke() {
    Key chosen = list.getSelectionModel().getSelectedItem();
    new Question(
            "settings.keys.revoke.", new Object[] {chosen.name()}, Material2RoundAL.BLOCK, true)
        .ask(
            texts,
            context.navigator()::open,
            context.navigator()::closeSheet,
            () -> model.revoke(chosen, this::say));
  }

  private void say(RuntimeException e) {
    if (KeysViewModel.isOpenEnded(e)) {
      context.navigator().say(Message.of(Tone.CAREFUL, "settings.keys.unknown"));
    } else {
      context.navigator().say(Message.of(e));
    }
  }
}
