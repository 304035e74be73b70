package duken.desktop.history;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** A calendar of large days: the first press picks one end of the period, the second the other. */
final class DaysSheet {

  private static final PseudoClass IN = PseudoClass.getPseudoClass("in");
  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
  private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
  private static final int WEEK = 7;

  private final Texts texts;
  private final Consumer<Days> chosen;
  private final Sheet sheet;
  private final List<Button> cells = new ArrayList<>();
  private final Label month = new Label();
  private final Label span = new Label();
  private final Label hint = new Label();

  /** Held here, because the words' own hold on it is weak: a sheet goes when it is closed. */
  private final InvalidationListener spoken = _ -> paint();

  private DayPick pick;

  /**
   * A calendar that begins with what is shown now.
   *
   * @param chosen takes the period; closing is left to it
   */
  DaysSheet(Texts texts, Days shown, LocalDate today, Consumer<Days> chosen, Runnable close) {
    this.texts = texts;
    this.chosen = chosen;
    this.pick = DayPick.from(shown, today);
    month.getStyleClass().add("calendar-month");
    span.getStyleClass().add("calendar-span");
    hint.getStyleClass().add("muted");
    VBox body = new VBox(14, header(), grid(), span, hint);
    body.setAlignment(Pos.CENTER);
    sheet = new Sheet(texts.of("history.days.title"), body, 560);
    sheet.with(
        new KeyButton(Material2RoundAL.CLOSE, Hotkeys.key(KeyCode.ESCAPE), close)
            .captioned(texts, "history.days.close"),
        new KeyButton(Material2RoundAL.CHECK, Hotkeys.key(KeyCode.ENTER), this::press)
            .captioned(texts, "history.days.pick")
            .styled("primary"));
    wire();
    texts.languageProperty().addListener(new WeakInvalidationListener(spoken));
    paint();
  }

  Sheet sheet() {
    return sheet;
  }

  private HBox header() {
    KeyButton before =
        new KeyButton(
            Material2RoundAL.CHEVRON_LEFT,
            Hotkeys.key(KeyCode.PAGE_UP),
            () -> become(pick.lock(-1)));
    KeyButton after =
        new KeyButton(
            Material2RoundAL.CHEVRON_RIGHT,
            Hotkeys.key(KeyCode.PAGE_DOWN),
            () -> become(pick.lock(1)));
    before.setMaxWidth(130);
    after.setMaxWidth(130);
    month.setMaxWidth(Double.MAX_VALUE);
    month.setAlignment(Pos.CENTER);
    HBox.setHgrow(month, Priority.ALWAYS);
    HBox header = new HBox(8, before, month, after);
    header.setAlignment(Pos.CENTER);
    return header;
  }

  private GridPane grid() {
    GridPane grid = new GridPane(4, 4);
    grid.setAlignment(Pos.CENTER);
    for (DayOfWeek day : DayOfWeek.values()) {
      Label name = new Label();
      name.getStyleClass().add("field-label");
      GridPane.setHalignment(name, HPos.CENTER);
      texts.bind(name.textProperty(), "history.weekday." + day.getValue());
      grid.add(name, day.getValue() - 1, 0);
    }
    for (int i = 0; i < pick.cells().size(); i++) {
      int index = i;
      Button cell = new Button();
      cell.getStyleClass().add("calendar-day");
      cell.setFocusTraversable(false);
      cell.setOnAction(
          _ -> {
            become(pick.at(pick.cells().get(index)));
            press();
          });
      cells.add(cell);
      grid.add(cell, i % WEEK, 1 + i / WEEK);
    }
    return grid;
  }

  private void wire() {
    Hotkeys keys = sheet.keys();
    step(keys, KeyCode.LEFT, -1);
    step(keys, KeyCode.RIGHT, 1);
    step(keys, KeyCode.UP, -WEEK);
    step(keys, KeyCode.DOWN, WEEK);
    keys.on(Hotkeys.key(KeyCode.PAGE_UP), () -> become(pick.lock(-1)));
    keys.on(Hotkeys.key(KeyCode.PAGE_DOWN), () -> become(pick.lock(1)));
    keys.on(
        Hotkeys.key(KeyCode.ENTER),
        () -> {
          press();
          return true;
        });
  }

  private void step(Hotkeys keys, KeyCode code, long days) {
    keys.on(Hotkeys.key(code), () -> become(pick.step(days)));
  }

  private void press() {
    if (pick.start() == null) {
      become(pick.started());
    } else {
      chosen.accept(pick.span());
    }
  }

  private boolean become(DayPick next) {
    pick = next;
    paint();
    return true;
  }

  private void paint() {
    month.setText(
        texts.get("history.month." + pick.month().getMonthValue()) + " " + pick.month().getYear());
    span.setText(Moments.date(pick.span().from()) + " — " + Moments.date(pick.span().to()));
    hint.setText(texts.get(pick.start() == null ? "history.days.first" : "history.days.second"));
    for (int i = 0; i < cells.size(); i++) {
      LocalDate day = pick.cells().get(i);
      Button cell = cells.get(i);
      cell.setText(Integer.toString(day.getDayOfMonth()));
      cell.setDisable(day.isAfter(pick.today()));
      cell.pseudoClassStateChanged(IN, pick.span().contains(day));
      cell.pseudoClassStateChanged(CURSOR, day.equals(pick.cursor()));
      cell.pseudoClassStateChanged(AWAY, day.getMonthValue() != pick.month().getMonthValue());
    }
  }
}
