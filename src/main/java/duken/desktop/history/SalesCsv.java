package duken.desktop.history;

import duken.api.DeskJson.Sale;
import duken.api.InvoiceJson;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.format.PaymentMethod;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sales as a table for a spreadsheet: UTF-8 with a byte order mark, semicolons, decimal commas, and
 * no cell that a spreadsheet would take for a formula. Nothing in it tells who paid.
 */
final class SalesCsv {

  private static final String MARK = "\ufeff";
  private static final String END = "\r\n";
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "created",
          "paid",
          "state",
          "sum",
          "refunded",
          "reason",
          "kind",
          "method",
          "operation",
          "rrn",
          "authorization",
          "till",
          "order",
          "comment");

  private SalesCsv() {}

  /** The whole table, times as the engine tells them, UTC. */
  static String of(Texts texts, List<Sale> sales) {
    Stream<List<String>> head =
        Stream.of(COLUMNS.stream().map(name -> texts.get("history.csv." + name)).toList());
    return Stream.concat(head, sales.stream().map(sale -> row(texts, sale)))
        .map(cells -> cells.stream().map(SalesCsv::cell).collect(Collectors.joining(";")))
        .collect(Collectors.joining(END, MARK, END));
  }

  private static List<String> row(Texts texts, Sale sale) {
    InvoiceJson invoice = sale.invoice();
    return Stream.of(
            SaleNumber.of(texts, sale),
            invoice.outcome().createdAt(),
            invoice.outcome().paidAt(),
            texts.get(SaleState.of(sale).textKey()),
            decimal(invoice.terms().amount()),
            decimal(invoice.refunded().totalRefunded()),
            String.join(", ", sale.refundReasons()),
            texts.get("history.kind." + invoice.state().type()),
            PaymentMethod.of(texts, invoice),
            invoice.payment().kaspiInvoiceId(),
            invoice.bank().rrn(),
            PaymentMethod.fact(invoice, "authorization_code"),
            PaymentMethod.fact(invoice, "till"),
            invoice.terms().externalOrderId(),
            invoice.terms().description())
        .map(text -> text == null ? "" : text)
        .toList();
  }

  private static String decimal(String wire) {
    return wire == null ? "" : wire.replace('.', ',');
  }

  /** A cell that is only text, whatever is in it. */
  static String cell(String text) {
    String safe = text.matches("(?s)[\\s]*[=+\\-@\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[;\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
