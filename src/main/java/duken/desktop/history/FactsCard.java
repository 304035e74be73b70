package duken.desktop.history;

import duken.api.DeskJson.SaleDetail;
import duken.api.InvoiceJson;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.Phones;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.Money;
import java.math.BigDecimal;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is known about an invoice, line by line; what is not known has no line. */
final class FactsCard extends VBox {

  private static final Set<String> METHODS = Set.of("qr", "card", "alaqan");

  private final Texts texts;
  private final Moments moments;
  private final GridPane grid = new GridPane(18, 12);

  FactsCard(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    Label title = new Label();
    title.getStyleClass().add("card-title");
    texts.bind(title.textProperty(), "history.detail.facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(170);
    names.setPrefWidth(200);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    getStyleClass().add("card");
    setSpacing(14);
    getChildren().addAll(title, grid);
  }

  /** How it was paid, with the card's last digits. */
  private String method(InvoiceJson invoice) {
    if (invoice.paymentMethod() == null) {
      return null;
    }
    String word =
        METHODS.contains(invoice.paymentMethod())
            ? texts.get("history.method." + invoice.paymentMethod())
            : invoice.paymentMethod();
    return invoice.cardLast4() == null ? word : word + " •••• " + invoice.cardLast4();
  }

  void show(SaleDetail detail) {
    grid.getChildren().clear();
    InvoiceJson invoice = detail.sale().invoice();
    line("created", when(invoice.createdAt()));
    line("paid", when(invoice.paidAt()));
    line("payer", invoice.clientName());
    line("kind", texts.get("history.kind." + invoice.type()));
    line("method", method(invoice));
    line("transaction", "terminal".equals(invoice.type()) ? invoice.kaspiInvoiceId() : null);
    line("phone", Phones.format(invoice.clientPhone()));
    line("order", invoice.externalOrderId());
    line("comment", invoice.description());
    line("refunded", positive(Sums.ofWire(invoice.totalRefunded())));
    line("refunding", positive(money(invoice.pendingRefundAmount())));
    line("left", left(invoice));
    if (SaleDetailViewModel.isOpen(detail.sale())) {
      line("expires", when(invoice.expiresAt()));
    }
    if (detail.settlesNumber() != null) {
      line("settles", SaleNumber.of(texts, detail.settlesNumber(), invoice.isSandbox()));
    }
    line("operation", invoice.kaspiInvoiceId());
    line("from", texts.get("history.detail.from." + (detail.sale().fromDesk() ? "desk" : "api")));
  }

  private String left(InvoiceJson invoice) {
    boolean some = Sums.ofWire(invoice.totalRefunded()).exceeds(Money.ZERO);
    return some ? positive(money(invoice.availableForRefund())) : "";
  }

  private String when(String wire) {
    if (wire == null) {
      return "";
    }
    return moments.isToday(wire)
        ? moments.time(wire)
        : moments.date(wire) + ", " + moments.time(wire);
  }

  private static String positive(Money money) {
    return money.isZero() ? "" : Sums.format(money);
  }

  private static Money money(BigDecimal tenge) {
    return tenge == null || tenge.signum() == 0 ? Money.ZERO : Money.of(tenge);
  }

  private void line(String key, String value) {
    if (value == null || value.isEmpty()) {
      return;
    }
    Label name = new Label(texts.get("history.detail." + key));
    name.getStyleClass().add("field-label");
    name.setWrapText(true);
    Label words = new WrappedLabel("fact");
    words.setText(value);
    GridPane.setValignment(name, VPos.TOP);
    grid.addRow(grid.getRowCount(), name, words);
  }
}
