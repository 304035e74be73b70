package duken.desktop.firstrun;

import duken.desktop.kit.Hotkeys;
import duken.desktop.text.Texts;
import duken.domain.City;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The city, by the beginning of its name. Nobody's is chosen for him. */
final class CityPage implements QuestionPage {

  private static final double ROW = 40;
  private static final int ROWS = 4;

  private final Hotkeys keys = new Hotkeys();
  private final TextField field = new TextField();
  private final ListView<City> list = new ListView<>(FXCollections.observableArrayList(City.ALL));
  private final VBox node = new VBox(10, field, list);

  CityPage(Texts texts, FirstRunModel model) {
    Function<City, String> name =
        city ->
            switch (texts.language()) {
              case RU -> city.russian();
              case KK -> city.kazakh();
              case EN -> city.english();
            };
    field.setId("first-run-city");
    field.getStyleClass().add("big-field");
    texts.bind(field.promptTextProperty(), "firstrun.city.prompt");
    field.accessibleTextProperty().bind(texts.of("firstrun.city.title"));
    field.textProperty().addListener((_, _, typed) -> narrow(typed));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::moved);
    list.setCellFactory(_ -> new Row(name, texts));
    list.setFixedCellSize(ROW);
    list.setPrefHeight(ROW * ROWS + 2);
    list.setMinHeight(ROW * ROWS + 2);
    list.setFocusTraversable(false);
    list.accessibleTextProperty().bind(texts.of("firstrun.city.title"));
    model.cityProperty().bind(list.getSelectionModel().selectedItemProperty());
  }

  private void narrow(String typed) {
    list.getSelectionModel().clearSelection();
    list.getItems().setAll(City.beginning(typed));
    if (!typed.isBlank()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private void moved(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      list.getSelectionModel().selectNext();
    } else if (event.getCode() == KeyCode.UP) {
      list.getSelectionModel().selectPrevious();
    } else {
      return;
    }
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
    event.consume();
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
    field.requestFocus();
  }

  private static final class Row extends ListCell<City> {

    private final Function<City, String> name;

    private Row(Function<City, String> name, Texts texts) {
      this.name = name;
      texts.languageProperty().addListener((_, _, _) -> updateItem(getItem(), isEmpty()));
    }

    @Override
    protected void updateItem(City city, boolean empty) {
      super.updateItem(city, empty);
      setText(city == null || empty ? null : name.apply(city));
    }
  }
}
