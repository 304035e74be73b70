package duken.desktop.till;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.desktop.kit.Icons;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.Phone;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of today's list: state, sum, who or what, time. */
final class SaleCell extends ListCell<DeskJson.Sale> {

  private final Texts texts;
  private final Moments moments;
  private final FontIcon icon = Icons.of(SaleState.PAID.icon(), 26);
  private final Label sum = new Label();
  private final Label word = new Label();
  private final Label who = new Label();
  private final Label time = new Label();
  private final HBox row;

  SaleCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    sum.getStyleClass().add("sale-sum");
    word.getStyleClass().add("sale-word");
    who.getStyleClass().addAll("muted", "small-word");
    time.getStyleClass().addAll("muted", "small-word");
    time.setMinWidth(Region.USE_PREF_SIZE);
    sum.setMinWidth(Region.USE_PREF_SIZE);
    HBox first = line(sum, time);
    HBox second = line(word, who);
    VBox lines = new VBox(2, first, second);
    HBox.setHgrow(lines, Priority.ALWAYS);
    row = new HBox(12, icon, lines);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("sale-row");
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(DeskJson.Sale sale, boolean empty) {
    super.updateItem(sale, empty);
    if (empty || sale == null) {
      setGraphic(null);
      return;
    }
    InvoiceJson invoice = sale.invoice();
    SaleState state = SaleState.of(sale);
    icon.setIconCode(state.icon());
    state.tone().paint(row);
    sum.setText(Sums.format(invoice.terms().amount()));
    texts.bind(word.textProperty(), state.textKey());
    who.setText(who(sale));
    time.setText(
        moments.time(
            invoice.outcome().paidAt() == null
                ? invoice.outcome().createdAt()
                : invoice.outcome().paidAt()));
    setGraphic(row);
  }

  private String who(DeskJson.Sale sale) {
    InvoiceJson invoice = sale.invoice();
    if (invoice.customer().clientName() != null) {
      return invoice.customer().clientName();
    }
    if (invoice.customer().phoneNumber() != null) {
      return "•••\u00a0" + Phone.parse(invoice.customer().phoneNumber()).lastFour();
    }
    return invoice.terms().externalOrderId() == null
        ? SaleNumber.of(texts, sale)
        : texts.get("till.order.short", invoice.terms().externalOrderId());
  }

  private static HBox line(Label left, Label right) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, left, gap, right);
    line.setAlignment(Pos.BASELINE_LEFT);
    return line;
  }
}
