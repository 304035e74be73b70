package duken.desktop.history;

import duken.api.DeskJson.Sale;
import duken.api.InvoiceJson;
import duken.desktop.kit.Icons;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.StatusBadge;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.Phones;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** One sale as a row: when, how it stands, who and what, how much. */
final class SaleRowCell extends ListCell<Sale> {

  private final Texts texts;
  private final Moments moments;
  private final Label time = new Label();
  private final Label day = new Label();
  private final StatusBadge state;
  private final Label who = new Label();
  private final Label what = new Label();
  private final FontIcon odd = Icons.of(Material2RoundMZ.WARNING, 24);
  private final Label sum = new Label();
  private final HBox row;

  SaleRowCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    state = new StatusBadge(texts, 24);
    state.setMinWidth(250);
    state.setPrefWidth(250);
    time.getStyleClass().add("row-time");
    day.getStyleClass().add("row-small");
    who.getStyleClass().add("row-main");
    what.getStyleClass().add("row-small");
    sum.getStyleClass().add("row-sum");
    odd.getStyleClass().add("row-odd");
    sum.setMinWidth(USE_PREF_SIZE);
    VBox when = new VBox(time, day);
    when.setMinWidth(96);
    when.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(who, what);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(16, when, state, words, odd, sum);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(Sale sale, boolean empty) {
    super.updateItem(sale, empty);
    if (empty || sale == null) {
      setGraphic(null);
      return;
    }
    InvoiceJson invoice = sale.invoice();
    time.setText(moments.time(invoice.outcome().createdAt()));
    hideWhenEmpty(day, moments.isToday(invoice.outcome().createdAt()) ? "" : date(invoice));
    state.show(SaleState.of(sale));
    who.setText(who(sale));
    hideWhenEmpty(what, what(sale));
    odd.setVisible(sale.anomalies().stream().anyMatch(a -> a.resolved().resolution() == null));
    sum.setText(Sums.format(invoice.terms().amount()));
    setGraphic(row);
  }

  private String date(InvoiceJson invoice) {
    return moments.date(invoice.outcome().createdAt());
  }

  private String who(Sale sale) {
    InvoiceJson invoice = sale.invoice();
    if (invoice.customer().clientName() != null) {
      return invoice.customer().clientName();
    }
    return invoice.customer().clientPhone() != null
        ? Phones.format(invoice.customer().clientPhone())
        : SaleNumber.of(texts, sale);
  }

  private String what(Sale sale) {
    InvoiceJson invoice = sale.invoice();
    List<String> words = new ArrayList<>();
    if (invoice.customer().clientName() != null || invoice.customer().clientPhone() != null) {
      words.add(SaleNumber.of(texts, sale));
    }
    if (invoice.terms().externalOrderId() != null) {
      words.add(texts.get("history.row.order", invoice.terms().externalOrderId()));
    }
    if (invoice.terms().description() != null) {
      words.add(invoice.terms().description());
    }
    return String.join(" · ", words);
  }

  private static void hideWhenEmpty(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
