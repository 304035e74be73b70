package duken.desktop.anomalies;

import duken.api.DeskJson.AnomalyJson;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One oddity as a row: what, which invoice, when, how much. */
final class AnomalyCell extends ListCell<AnomalyJson> {

  private final Texts texts;
  private final Moments moments;
  private final BooleanSupplier training;
  private final Label what = new Label();
  private final Label where = new Label();
  private final Label sum = new Label();
  private final HBox row;

  AnomalyCell(Texts texts, Moments moments, BooleanSupplier training) {
    this.texts = texts;
    this.moments = moments;
    this.training = training;
    what.getStyleClass().add("row-main");
    where.getStyleClass().add("row-small");
    sum.getStyleClass().add("row-sum");
    sum.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(2, what, where);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(16, words, sum);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(AnomalyJson anomaly, boolean empty) {
    super.updateItem(anomaly, empty);
    if (empty || anomaly == null) {
      setGraphic(null);
      return;
    }
    what.setText(texts.get(AnomalyWords.titleKey(anomaly)));
    where.setText(
        (anomaly.order().orderCode() == null
                ? texts.get(
                    "anomalies.invoice",
                    SaleNumber.of(texts, anomaly.number(), training.getAsBoolean()))
                : texts.get("anomalies.order", anomaly.order().orderCode()))
            + " · "
            + moments.moment(anomaly.detectedAt()));
    sum.setText(Sums.format(anomaly.amount()));
    setGraphic(row);
  }
}
