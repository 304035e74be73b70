package duken.desktop.bank;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import duken.domain.City;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** After connecting: the city of a shop without a place. F4 leaves it unsaid. */
final class CityStep extends VBox {

  private static final double ROW = 40;
  private static final int ROWS = 3;

  private final TextField field = new TextField();
  private final ListView<City> list;
  private final CityChoice choice;

  CityStep(BankViewModel model, Texts texts, Hotkeys keys) {
    choice = model.city();
    list = new ListView<>(choice.matches());
    Label title = new Label();
    title.getStyleClass().add("card-title");
    texts.bind(title.textProperty(), "bank.city.title");
    Label hint = new WrappedLabel("section-words");
    texts.bind(hint.textProperty(), "bank.city.hint");
    field.setId("bank-city");
    field.getStyleClass().add("big-field");
    texts.bind(field.promptTextProperty(), "bank.city.prompt");
    field.textProperty().bindBidirectional(choice.typed());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::moved);
    list.setCellFactory(_ -> new Row(texts));
    list.setFixedCellSize(ROW);
    list.setPrefHeight(ROW * ROWS + 2);
    list.setMinHeight(ROW * ROWS + 2);
    list.setFocusTraversable(false);
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            choice.choose(chosen());
          }
        });
    choice.typed().subscribe(this::mark);
    StepButtons buttons = new StepButtons(model, texts, keys);
    KeyButton take =
        buttons.ask("bank.action.city", Material2RoundMZ.PLACE, () -> choice.choose(chosen()));
    take.setId("bank-city-take");
    take.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.talk().isBusy() || chosen() == null,
                model.talk().busyProperty(),
                list.getSelectionModel().selectedItemProperty()));
    KeyButton later =
        KeyButton.of(
                texts,
                "bank.action.city_later",
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.F4),
                keys,
                choice::later)
            .styled("quiet");
    setSpacing(10);
    getChildren().addAll(title, hint, field, list, new FlowPane(10, 10, take, later));
  }

  void takeFocus() {
    field.requestFocus();
  }

  /** Nobody's city is chosen for him: Enter alone says nothing. */
  private void mark(String typed) {
    if (typed.isBlank()) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().selectFirst();
    }
  }

  private City chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void moved(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      default -> {
        return;
      }
    }
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
    event.consume();
  }

  private static final class Row extends ListCell<City> {

    private final Texts texts;

    private Row(Texts texts) {
      this.texts = texts;
      texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(City city, boolean empty) {
      super.updateItem(city, empty);
      setText(
          city == null || empty
              ? null
              : switch (texts.languageProperty().get()) {
                case RU -> city.russian();
                case KK -> city.kazakh();
                case EN -> city.english();
              });
    }
  }
}
