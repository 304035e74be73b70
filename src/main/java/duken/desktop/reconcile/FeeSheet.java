package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Fee;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.shift.export.CellWords;
import duken.desktop.shift.export.ShiftDocument.Table;
import duken.desktop.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** What the bank is expected to keep of a day. */
final class FeeSheet {

  private static final double WIDTH = 960;

  private FeeSheet() {}

  static void open(DeskContext context, List<Fee> fees, Runnable focus) {
    Texts texts = context.texts();
    Label hint = new WrappedLabel("sheet-words");
    texts.bind(hint.textProperty(), "reconcile.fee.hint");
    VBox table = new VBox();
    Subscription language =
        texts
            .languageProperty()
            .subscribe(_ -> table.getChildren().setAll(grid(FeeTable.of(texts, fees))));
    Sheet sheet = new Sheet(texts.of("reconcile.fee.title"), new VBox(14, hint, table), WIDTH);
    KeyButton close =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    context.navigator().open(sheet.with(close).onClosed(language.and(focus::run)::unsubscribe));
  }

  private static GridPane grid(Table table) {
    GridPane grid = new GridPane(14, 8);
    for (int column = 0; column < table.heads().size(); column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHgrow(column == 0 ? Priority.ALWAYS : Priority.SOMETIMES);
      constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
      grid.getColumnConstraints().add(constraints);
      grid.add(label(table.heads().get(column), "field-label"), column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        grid.add(
            label(CellWords.of(table.rows().get(row).get(column)), "shift-cell"), column, row + 1);
      }
    }
    return grid;
  }

  private static Label label(String words, String styleClass) {
    Label label = new Label(words);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
