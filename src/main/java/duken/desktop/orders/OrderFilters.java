package duken.desktop.orders;

import atlantafx.base.controls.CustomTextField;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Which orders are shown: where they lie, how far they have come, words. */
final class OrderFilters extends VBox {

  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1,
    KeyCode.DIGIT2,
    KeyCode.DIGIT3,
    KeyCode.DIGIT4,
    KeyCode.DIGIT5,
    KeyCode.DIGIT6,
    KeyCode.DIGIT7
  };

  /** Typing pauses for this long before the engine is asked. */
  private static final Duration BREATH = Duration.millis(250);

  private static final String ALL = "";

  private final OrdersViewModel model;
  private final Texts texts;
  private final CustomTextField search = new CustomTextField();
  private final ComboBox<String> status = new ComboBox<>();
  private final PauseTransition pause = new PauseTransition(BREATH);

  OrderFilters(OrdersViewModel model, Texts texts, Hotkeys keys) {
    this.model = model;
    this.texts = texts;
    setSpacing(8);
    getStyleClass().add("filter-bar");
    getChildren().addAll(states(keys), second(keys));
  }

  /** Puts the cursor into the search. */
  boolean focusSearch() {
    search.requestFocus();
    search.selectAll();
    return true;
  }

  /** Empties the search; answers whether there was anything to leave. */
  boolean clearSearch() {
    boolean any = !search.getText().isEmpty() || search.isFocused();
    find("");
    return any;
  }

  /** Looks for these words at once. */
  void find(String words) {
    search.setText(words);
    pause.stop();
    model.search().set(words);
  }

  private FlowPane states(Hotkeys keys) {
    List<String> words = new ArrayList<>();
    words.add(null);
    words.addAll(OrderWords.STATES);
    FlowPane row = new FlowPane(6, 6);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      ChoiceButton button =
          ChoiceButton.of(
              texts,
              word == null ? "orders.filter.all" : "orders.state." + word,
              Hotkeys.ctrl(DIGITS[i]),
              keys,
              () -> model.state().set(word));
      button.setId("orders-state-" + (word == null ? "ALL" : word));
      model.state().subscribe(now -> button.choose(Objects.equals(now, word)));
      row.getChildren().add(button);
    }
    return row;
  }

  private HBox second(Hotkeys keys) {
    Label keyCap = new Label("Ctrl F");
    keyCap.getStyleClass().add("key-cap");
    search.accessibleTextProperty().bind(texts.of("orders.search.prompt"));
    search.setId("orders-search");
    search.setLeft(Icons.of(Material2RoundMZ.SEARCH, 22));
    search.setRight(keyCap);
    search.getStyleClass().add("search-field");
    texts.bind(search.promptTextProperty(), "orders.search.prompt");
    pause.setOnFinished(_ -> model.search().set(search.getText()));
    search.textProperty().addListener(_ -> pause.playFromStart());
    HBox.setHgrow(search, Priority.ALWAYS);
    keys.on(Hotkeys.ctrl(KeyCode.F), this::focusSearch);
    Label name = new Label();
    name.getStyleClass().add("field-label");
    name.setMinWidth(USE_PREF_SIZE);
    texts.bind(name.textProperty(), "orders.filter.status");
    HBox row = new HBox(10, search, name, status(keys));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private ComboBox<String> status(Hotkeys keys) {
    status.setId("orders-status");
    status.getStyleClass().add("search-field");
    status.getItems().add(ALL);
    status.getItems().addAll(OrderWords.STATUSES);
    status.setPrefWidth(300);
    status.setValue(ALL);
    words();
    texts.languageProperty().addListener(_ -> words());
    status.accessibleTextProperty().bind(texts.of("orders.filter.status"));
    status
        .valueProperty()
        .subscribe(word -> model.status().set(word == null || word.isEmpty() ? null : word));
    keys.on(
        Hotkeys.ctrl(KeyCode.S),
        () -> {
          status.requestFocus();
          status.show();
          return true;
        });
    return status;
  }

  private void words() {
    status.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String word) {
            return word == null || word.isEmpty()
                ? texts.get("orders.filter.any")
                : OrderWords.status(texts, word);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    // What is chosen is drawn again in the new language.
    String chosen = status.getValue();
    status.setValue(null);
    status.setValue(chosen);
  }
}
