package duken.desktop.shift;

import duken.desktop.shift.export.CellWords;
import duken.desktop.shift.export.ShiftDocument;
import duken.desktop.shift.export.ShiftDocument.Cell;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A report on the screen or on paper: its facts, and its tables below them. */
final class ReportPane extends VBox {

  private static final String INK = "-fx-text-fill: black;";

  private final boolean paper;

  private ReportPane(boolean paper) {
    super(14);
    this.paper = paper;
  }

  /** For the window, in its colours. */
  static ReportPane screen() {
    ReportPane pane = new ReportPane(false);
    pane.getStyleClass().add("shift-report");
    return pane;
  }

  /**
   * For a printer: black on white.
   *
   * @param width in pixels
   */
  static ReportPane paper(ShiftDocument document, double width) {
    ReportPane pane = new ReportPane(true);
    pane.setStyle("-fx-background-color: white; -fx-padding: 14px; -fx-font-size: 14px;");
    pane.setPrefWidth(width);
    pane.show(document);
    return pane;
  }

  /** Shows a report; null for none. */
  void show(ShiftDocument document) {
    getChildren().clear();
    if (document == null) {
      return;
    }
    getChildren().addAll(title(document.title()), facts(document.facts()));
    for (ShiftDocument.Table table : document.tables()) {
      getChildren().addAll(heading(table.title()), table(table));
    }
  }

  /** Shows one more table below. */
  void add(ShiftDocument.Table table) {
    getChildren().addAll(heading(table.title()), table(table));
  }

  private Label title(String words) {
    return label(words, "card-title", "-fx-font-size: 20px; -fx-font-weight: bold;");
  }

  private Label heading(String words) {
    return label(words, "section-words", "-fx-font-size: 16px; -fx-font-weight: bold;");
  }

  private GridPane facts(List<ShiftDocument.Fact> facts) {
    GridPane grid = new GridPane(18, 8);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(190);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    for (ShiftDocument.Fact fact : facts) {
      grid.addRow(
          grid.getRowCount(),
          label(fact.name(), "field-label", ""),
          label(CellWords.of(fact.value()), "fact", ""));
    }
    return grid;
  }

  private GridPane table(ShiftDocument.Table table) {
    GridPane grid = new GridPane(12, 6);
    for (int column = 0; column < table.heads().size(); column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHgrow(column == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
      constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
      grid.getColumnConstraints().add(constraints);
      grid.add(label(table.heads().get(column), "field-label", ""), column, 0);
    }
    for (int row = 0; row < table.rows().size(); row++) {
      List<Cell> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        Label label = label(CellWords.of(cells.get(column)), "shift-cell", "");
        label.setMinWidth(column == 0 ? 0 : USE_PREF_SIZE);
        grid.add(label, column, row + 1);
      }
    }
    return grid;
  }

  private Label label(String words, String styleClass, String onPaper) {
    Label label = new Label(words);
    label.setWrapText(true);
    if (paper) {
      label.setStyle(INK + onPaper);
    } else {
      label.getStyleClass().add(styleClass);
    }
    return label;
  }
}
