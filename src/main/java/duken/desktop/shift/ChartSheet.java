package duken.desktop.shift;

import duken.api.ShiftJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import duken.domain.Money;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** When a shift sold how much by which way, as a picture. */
final class ChartSheet {

  private static final double WIDTH = 900;
  private static final double HEIGHT = 380;

  private final DeskContext context;
  private final ShiftDocuments documents;

  ChartSheet(DeskContext context, ShiftDocuments documents) {
    this.context = context;
    this.documents = documents;
  }

  /** Asks for the shift's money and shows it. */
  void open(ShiftViewModel model, ShiftJson.Report shift) {
    model.money(
        shift.id(),
        money -> show(SalesByTime.of(money, context.moments().zone()), shift.number()),
        e -> context.navigator().say(Message.of(e)));
  }

  private void show(SalesByTime sales, long number) {
    Texts texts = context.texts();
    Sheet sheet = new Sheet(texts.of("shift.chart.title", number), body(sales), WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "shift.action.back");
    context.navigator().open(sheet.with(back));
  }

  private Node body(SalesByTime sales) {
    if (sales.steps().isEmpty()) {
      Label none = new Label();
      none.setWrapText(true);
      none.getStyleClass().add("section-words");
      context.texts().bind(none.textProperty(), "shift.chart.none");
      return none;
    }
    CategoryAxis times = new CategoryAxis(FXCollections.observableArrayList(sales.steps()));
    times.setAnimated(false);
    NumberAxis sums = new NumberAxis();
    sums.setAnimated(false);
    sums.setTickLabelFormatter(new Tenge());
    StackedBarChart<String, Number> chart = new StackedBarChart<>(times, sums);
    chart.setId("shift-picture");
    chart.setAnimated(false);
    chart.setMinHeight(HEIGHT);
    chart.setPrefHeight(HEIGHT);
    chart.setCategoryGap(sales.steps().size() > 12 ? 4 : 16);
    sales.ways().forEach((way, each) -> chart.getData().add(series(way, each, sales.steps())));
    chart.setAccessibleText(inWords(sales));
    return chart;
  }

  private XYChart.Series<String, Number> series(String way, List<Money> sums, List<String> steps) {
    XYChart.Series<String, Number> series = new XYChart.Series<>();
    Texts texts = context.texts();
    series
        .nameProperty()
        .bind(Bindings.createStringBinding(() -> documents.way(way), texts.languageProperty()));
    for (int i = 0; i < steps.size(); i++) {
      series.getData().add(new XYChart.Data<>(steps.get(i), sums.get(i).toDecimal()));
    }
    return series;
  }

  /** The sums at the side, as the window writes sums. */
  private static final class Tenge extends StringConverter<Number> {

    @Override
    public String toString(Number tenge) {
      return Sums.grouped(Long.toString(tenge.longValue()));
    }

    @Override
    public Number fromString(String text) {
      throw new UnsupportedOperationException("nobody types here");
    }
  }

  /** For who hears the window. */
  private static String inWords(SalesByTime sales) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < sales.steps().size(); i++) {
      if (!sales.whole(i).isZero()) {
        words.append(sales.steps().get(i)).append(": ");
        words.append(Sums.format(sales.whole(i))).append(". ");
      }
    }
    return words.toString().strip();
  }
}
