package duken.desktop.history;

import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the filter adds up to. */
final class TotalsBar extends HBox {

  private final Label count = new Label();
  private final Label paid = new Label();
  private final Label refunded = new Label();

  TotalsBar(Texts texts) {
    setSpacing(40);
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            figure(texts, "history.totals.count", count),
            figure(texts, "history.totals.paid", paid),
            figure(texts, "history.totals.refunded", refunded));
    paid.setId("history-paid");
    count.setId("history-count");
    refunded.setId("history-refunded");
    show(Totals.NOTHING);
  }

  void show(Totals totals) {
    count.setText(Sums.grouped(Long.toString(totals.count())));
    paid.setText(Sums.format(totals.paid()));
    refunded.setText(Sums.format(totals.refunded()));
  }

  private static VBox figure(Texts texts, String textKey, Label value) {
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), textKey);
    value.getStyleClass().add("figure");
    value.setMinWidth(USE_PREF_SIZE);
    return new VBox(name, value);
  }
}
