package duken.desktop.history;

import atlantafx.base.controls.CustomTextField;
import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Texts;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Above the list: which days, which statuses, a search. */
final class FilterBar extends VBox {

  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5
  };

  /** Typing pauses for this long before the engine is asked. */
  private static final Duration BREATH = Duration.millis(250);

  private final HistoryViewModel model;
  private final CustomTextField search = new CustomTextField();
  private final PauseTransition pause = new PauseTransition(BREATH);

  /**
   * Filters wired to their keys.
   *
   * @param pickDays opens the calendar
   */
  FilterBar(HistoryViewModel model, Texts texts, Hotkeys keys, Runnable pickDays) {
    this.model = model;
    setSpacing(10);
    getStyleClass().add("filter-bar");
    Label days = new Label();
    days.getStyleClass().add("filter-days");
    days.textProperty().bind(model.days().map(FilterBar::words));
    HBox periods = periods(texts, keys, pickDays);
    periods.getChildren().add(days);
    HBox statuses = statuses(texts, keys);
    statuses.getChildren().add(searchField(texts));
    HBox.setHgrow(search, Priority.ALWAYS);
    getChildren().addAll(periods, statuses);
  }

  /** Puts the cursor into the search. */
  boolean focusSearch() {
    search.requestFocus();
    search.selectAll();
    return true;
  }

  /** Empties the search; answers whether there was anything in it. */
  boolean clearSearch() {
    boolean any = !search.getText().isEmpty();
    search.clear();
    pause.stop();
    model.search("");
    return any;
  }

  /** Asks for what was typed without waiting. */
  void searchNow() {
    pause.stop();
    model.search(search.getText());
  }

  boolean isSearching() {
    return search.isFocused();
  }

  private HBox periods(Texts texts, Hotkeys keys, Runnable pickDays) {
    Map<Period, ChoiceButton> buttons = new EnumMap<>(Period.class);
    for (Period period : Period.values()) {
      Runnable action = period == Period.OWN ? pickDays : () -> model.choose(period);
      buttons.put(
          period,
          ChoiceButton.of(
              texts, period.textKey(), Hotkeys.alt(DIGITS[period.ordinal()]), keys, action));
    }
    model.period().subscribe(now -> buttons.forEach((each, b) -> b.choose(each == now)));
    return row(buttons.values());
  }

  private HBox statuses(Texts texts, Hotkeys keys) {
    Map<StatusChoice, ChoiceButton> buttons = new EnumMap<>(StatusChoice.class);
    for (StatusChoice choice : StatusChoice.values()) {
      buttons.put(
          choice,
          ChoiceButton.of(
              texts,
              choice.textKey(),
              Hotkeys.ctrl(DIGITS[choice.ordinal()]),
              keys,
              () -> model.choose(choice)));
    }
    model.status().subscribe(now -> buttons.forEach((each, b) -> b.choose(each == now)));
    return row(buttons.values());
  }

  private CustomTextField searchField(Texts texts) {
    Label keyCap = new Label("Ctrl F");
    keyCap.getStyleClass().add("key-cap");
    search.setId("history-search");
    search.accessibleTextProperty().bind(search.promptTextProperty());
    search.setLeft(Icons.of(Material2RoundMZ.SEARCH, 22));
    search.setRight(keyCap);
    search.getStyleClass().add("search-field");
    search.setMinWidth(240);
    search.setPrefWidth(300);
    texts.bind(search.promptTextProperty(), "history.search.prompt");
    pause.setOnFinished(_ -> model.search(search.getText()));
    search.textProperty().addListener(_ -> pause.playFromStart());
    return search;
  }

  private static HBox row(Collection<ChoiceButton> buttons) {
    HBox row = new HBox(6, buttons.toArray(ChoiceButton[]::new));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String words(Days days) {
    return days.isOneDay()
        ? Moments.date(days.from())
        : Moments.date(days.from()) + " — " + Moments.date(days.to());
  }
}
