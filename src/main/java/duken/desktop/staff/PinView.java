package duken.desktop.staff;

import duken.api.staff.StaffJson;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Whose PIN, its digits as dots, and a pad for fingers. Covers everything while it shows. */
final class PinView extends StackPane {

  private static final KeyCode[] NAMES = {
    KeyCode.F1, KeyCode.F2, KeyCode.F3, KeyCode.F4, KeyCode.F5, KeyCode.F6, KeyCode.F7, KeyCode.F8
  };
  private static final String[] PAD = {"7", "8", "9", "4", "5", "6", "1", "2", "3", "0"};
  private static final int COLUMNS = 3;
  private static final double PAD_WIDTH = 84;
  private static final double PAD_HEIGHT = 52;
  private static final double WIDTH = 680;

  private final Hotkeys keys = new Hotkeys();
  private final PinViewModel model;
  private final Texts texts;
  private final Label dots;
  private final FlowPane people = new FlowPane(10, 10);
  private final Map<Long, ChoiceButton> buttons = new HashMap<>();

  /**
   * @param titleKey why a PIN is asked for
   * @param givenUp nobody enters one; null where there is no way around
   */
  PinView(PinViewModel model, Texts texts, String titleKey, Runnable givenUp) {
    this.model = model;
    this.texts = texts;
    Label title = new WrappedLabel("sheet-title");
    texts.bind(title.textProperty(), titleKey);
    dots = dots();
    HBox entry = new HBox(24, new VBox(14, people, dots, wrong()), pad());
    HBox.setHgrow(entry.getChildren().getFirst(), Priority.ALWAYS);
    VBox card = new VBox(18, title, entry, buttonRow(givenUp));
    card.getStyleClass().add("sheet");
    card.setMaxSize(WIDTH, USE_PREF_SIZE);
    card.setMinWidth(WIDTH);
    getStyleClass().add("sheet-layer");
    setAlignment(Pos.CENTER);
    getChildren().add(card);
    keys.onTyped(model::type);
    keys.remembering(model::remember);
    keys.on(Hotkeys.key(KeyCode.BACK_SPACE), model::erase);
    model.people().addListener((ListChangeListener<StaffJson.Member>) _ -> showPeople());
    model.chosen().subscribe(this::mark);
  }

  /** Stands at the digits, so that no text field below takes them. */
  void takeFocus() {
    dots.requestFocus();
  }

  Hotkeys keys() {
    return keys;
  }

  private void showPeople() {
    buttons.clear();
    people.getChildren().clear();
    for (StaffJson.Member member : model.people()) {
      int at = buttons.size();
      if (at == NAMES.length) {
        break;
      }
      ChoiceButton button =
          new ChoiceButton(member.name(), Hotkeys.key(NAMES[at]), keys, () -> model.choose(member));
      buttons.put(member.id(), button);
      people.getChildren().add(button);
    }
    mark(model.chosen().get());
  }

  private void mark(StaffJson.Member chosen) {
    buttons.forEach((id, button) -> button.choose(chosen != null && chosen.id() == id));
  }

  private Label dots() {
    Label dots = new Label();
    dots.setId("pin");
    dots.setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
    dots.accessibleTextProperty().bind(texts.of("staff.pin.caption"));
    dots.textProperty()
        .bind(model.length().map(n -> n.intValue() == 0 ? "–" : "●".repeat(n.intValue())));
    dots.setFocusTraversable(true);
    dots.setMaxWidth(Double.MAX_VALUE);
    dots.getStyleClass().addAll("phone-number", "typing-box");
    return dots;
  }

  private Label wrong() {
    Label wrong = new WrappedLabel("small-word");
    model
        .wrong()
        .subscribe(
            message -> {
              if (message == null) {
                wrong.textProperty().unbind();
                wrong.setText("");
              } else {
                message.show(wrong, texts);
              }
            });
    return wrong;
  }

  private GridPane pad() {
    GridPane pad = new GridPane(8, 8);
    pad.getStyleClass().addAll("keypad", "digit-pad");
    for (int i = 0; i < PAD.length; i++) {
      String digit = PAD[i];
      pad.add(padButton(digit, digit, () -> model.type(digit)), i % COLUMNS, i / COLUMNS);
    }
    Button erase = padButton("⌫", "⌫", model::erase);
    erase.setPrefWidth(2 * PAD_WIDTH + pad.getHgap());
    pad.add(erase, 1, COLUMNS, 2, 1);
    return pad;
  }

  private static Button padButton(String word, String accessible, Runnable action) {
    Button button = new Button(word);
    button.setAccessibleText(accessible);
    button.getStyleClass().add("keypad-button");
    button.setFocusTraversable(false);
    button.setMinSize(PAD_WIDTH, PAD_HEIGHT);
    button.setPrefSize(PAD_WIDTH, PAD_HEIGHT);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private HBox buttonRow(Runnable givenUp) {
    KeyButton enter =
        KeyButton.of(
                texts,
                "staff.pin.enter",
                Material2RoundAL.CHECK,
                Hotkeys.key(KeyCode.ENTER),
                keys,
                model::enter)
            .styled("primary");
    enter.setId("pin-enter");
    enter.disableProperty().bind(model.busy());
    HBox row = new HBox(12);
    row.setAlignment(Pos.CENTER_RIGHT);
    if (givenUp != null) {
      row.getChildren()
          .add(
              KeyButton.of(
                  texts,
                  "staff.pin.cancel",
                  Material2RoundAL.ARROW_BACK,
                  Hotkeys.key(KeyCode.ESCAPE),
                  keys,
                  givenUp));
    }
    row.getChildren().add(enter);
    return row;
  }
}
