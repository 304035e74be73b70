package duken.desktop.history;

import duken.api.DeskJson.SaleDetail;
import duken.api.InvoiceJson;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.PaymentMethod;
import duken.desktop.kit.format.Phones;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import duken.domain.Money;
import java.math.BigDecimal;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is known about an invoice, line by line; what is not known has no line. */
final class FactsCard extends VBox {

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

  void show(SaleDetail detail) {
    grid.getChildren().clear();
    InvoiceJson invoice = detail.sale().invoice();
    line("created", when(invoice.outcome().createdAt()));
    line("paid", when(invoice.outcome().paidAt()));
    line("payer", invoice.customer().clientName());
    line("kind", texts.get("history.kind." + invoice.state().type()));
    line("method", PaymentMethod.of(texts, invoice));
    terminal(invoice);
    line("phone", Phones.format(invoice.customer().clientPhone()));
    line("order", invoice.terms().externalOrderId());
    line("comment", invoice.terms().description());
    for (InvoiceJson.Item item :
        invoice.items() == null ? List.<InvoiceJson.Item>of() : invoice.items()) {
      line(item == invoice.items().getFirst() ? "goods" : null, goods(item));
    }
    line("discount", positive(Sums.ofWire(invoice.terms().discountSum())));
    line("refunded", positive(Sums.ofWire(invoice.refunded().totalRefunded())));
    line("refunding", positive(money(invoice.refunded().pendingRefundAmount())));
    line("left", left(invoice));
    if (SaleDetailViewModel.isOpen(detail.sale())) {
      line("expires", when(invoice.payment().expiresAt()));
    }
    if (detail.settlesNumber() != null) {
      line("settles", SaleNumber.of(texts, detail.settlesNumber(), invoice.payment().isSandbox()));
    }
    line("operation", isTerminal(invoice) ? null : invoice.payment().kaspiInvoiceId());
    line("from", texts.get("history.detail.from." + (detail.sale().fromDesk() ? "desk" : "api")));
  }

  /** {@code Молоко, 2 × 500 = 1 000 ₸}; what was taken off stands below all of them. */
  private static String goods(InvoiceJson.Item item) {
    Money price = Sums.ofWire(item.price());
    return item.count() == 1
        ? item.name() + ", " + Sums.format(price)
        : "%s, %d × %s = %s"
            .formatted(
                item.name(),
                item.count(),
                Sums.bare(price),
                Sums.format(price.times(item.count())));
  }

  /** What stands on the terminal's slip, so that both can be laid side by side. */
  private void terminal(InvoiceJson invoice) {
    if (!isTerminal(invoice)) {
      return;
    }
    line("transaction", invoice.payment().kaspiInvoiceId());
    boolean other =
        invoice.bank().rrn() != null
            && !invoice.bank().rrn().equals(invoice.payment().kaspiInvoiceId());
    line("rrn", other ? invoice.bank().rrn() : null);
    line("authorization", PaymentMethod.fact(invoice, "authorization_code"));
    line("till", PaymentMethod.fact(invoice, "till"));
    line("said", invoice.outcome().errorMessage());
    line("by_hand", PaymentMethod.fact(invoice, "decided_because"));
  }

  private static boolean isTerminal(InvoiceJson invoice) {
    return "terminal".equals(invoice.state().type());
  }

  private String left(InvoiceJson invoice) {
    boolean some = Sums.ofWire(invoice.refunded().totalRefunded()).exceeds(Money.ZERO);
    return some ? positive(money(invoice.refunded().availableForRefund())) : "";
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
    Label name = new Label(key == null ? "" : texts.get("history.detail." + key));
    name.getStyleClass().add("field-label");
    name.setWrapText(true);
    Label words = new WrappedLabel("fact");
    words.setText(value);
    GridPane.setValignment(name, VPos.TOP);
    grid.addRow(grid.getRowCount(), name, words);
  }
}
