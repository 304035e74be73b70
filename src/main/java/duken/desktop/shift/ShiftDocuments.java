package duken.desktop.shift;

import duken.api.ShiftJson;
import duken.api.reconcile.ReconcileJson.Fee;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.reconcile.FeeTable;
import duken.desktop.shift.export.CellWords;
import duken.desktop.shift.export.ShiftDocument;
import duken.desktop.shift.export.ShiftDocument.Cell;
import duken.desktop.shift.export.ShiftDocument.Fact;
import duken.desktop.shift.export.ShiftDocument.Table;
import duken.desktop.text.Texts;
import duken.domain.Money;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts a shift's report into words. */
final class ShiftDocuments {

  /** More than this makes a QR that a phone reads badly from a screen. */
  private static final int LONGEST_SUMMARY = 700;

  private final Texts texts;
  private final Moments moments;

  ShiftDocuments(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
  }

  /** {@code Смена № 3}. */
  String title(long number) {
    return texts.get("shift.numbered", number);
  }

  /** The way money came, as people call it. */
  String way(String word) {
    return texts.has("shift.way." + word) ? texts.get("shift.way." + word) : word;
  }

  /** The report with its sums, in the language of the moment. */
  ShiftDocument report(ShiftJson.Report report) {
    return new ShiftDocument(
        title(report.number()) + " · " + report.desk(), facts(report), sums(report));
  }

  /** The same with what the bank is expected to keep, where the owner has set a rate. */
  ShiftDocument report(ShiftJson.Report report, List<Fee> fees) {
    return report(report, fees, List.of(), false);
  }

  /** The same with everything that came and went. */
  ShiftDocument report(
      ShiftJson.Report report, List<Fee> fees, List<ShiftJson.Money> money, boolean training) {
    List<Table> tables = new ArrayList<>(sums(report));
    if (fees.stream().anyMatch(fee -> fee.rate() != null)) {
      tables.add(FeeTable.of(texts, fees));
    }
    if (!money.isEmpty()) {
      tables.add(money(money, training));
    }
    return new ShiftDocument(title(report.number()) + " · " + report.desk(), facts(report), tables);
  }

  /** What the owner reads on his phone: short, without names of buyers. */
  String summary(ShiftJson.Report report, String shop) {
    List<String> lines = new ArrayList<>();
    lines.add(shop.isEmpty() ? report.desk() : shop + " · " + report.desk());
    lines.add(title(report.number()));
    for (Fact fact : facts(report)) {
      lines.add(fact.name() + ": " + CellWords.of(fact.value()));
    }
    String whole = String.join("\n", lines);
    if (report.cash() != null) {
      lines.addAll(new DrawerTable(texts).words(report.cash()));
    }
    for (ShiftJson.Line line : report.byWay()) {
      lines.add(way(line.name()) + ": " + CellWords.of(net(line.sums())));
    }
    String detailed = String.join("\n", lines);
    boolean fits = detailed.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SUMMARY;
    return fits ? detailed : whole;
  }

  private List<Fact> facts(ShiftJson.Report report) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("opened", words(report.openedAt(), report.openedBy())));
    facts.add(
        report.isOpen()
            ? fact("closed", new Cell.Words(texts.get("shift.not_closed")))
            : fact("closed", words(report.closedAt(), report.closedBy())));
    ShiftJson.Sums whole = report.whole();
    facts.add(fact("sales", new Cell.Count(whole.sales())));
    facts.add(fact("sales_sum", sum(whole.salesSum())));
    facts.add(fact("refunds", new Cell.Count(whole.refunds())));
    facts.add(fact("refunds_sum", sum(whole.refundsSum())));
    facts.add(fact("net", net(whole)));
    facts.add(
        fact(report.isOpen() ? "open" : "rolled_over", new Cell.Count(report.openInvoices())));
    return facts;
  }

  private List<Table> sums(ShiftJson.Report report) {
    List<Table> tables = new ArrayList<>();
    if (!report.byWay().isEmpty()) {
      tables.add(
          table(
              "by_way", report.byWay().stream().map(line -> row(way(line.name()), line)).toList()));
    }
    if (!report.byCashier().isEmpty()) {
      tables.add(
          table(
              "by_cashier",
              report.byCashier().stream().map(line -> row(line.name(), line)).toList()));
    }
    if (report.cash() != null) {
      tables.add(new DrawerTable(texts).of(report.cash()));
    }
    return tables;
  }

  private Table table(String key, List<List<Cell>> rows) {
    return new Table(
        texts.get("shift.table." + key),
        List.of(
            texts.get("shift.head." + key),
            texts.get("shift.head.sales"),
            texts.get("shift.head.sales_sum"),
            texts.get("shift.head.refunds"),
            texts.get("shift.head.refunds_sum"),
            texts.get("shift.head.net")),
        rows);
  }

  private static List<Cell> row(String name, ShiftJson.Line line) {
    ShiftJson.Sums sums = line.sums();
    return List.of(
        new Cell.Words(name),
        new Cell.Count(sums.sales()),
        sum(sums.salesSum()),
        new Cell.Count(sums.refunds()),
        sum(sums.refundsSum()),
        net(sums));
  }

  private Table money(List<ShiftJson.Money> money, boolean training) {
    return new Table(
        texts.get("shift.table.money"),
        List.of(
            texts.get("shift.head.at"),
            texts.get("shift.head.invoice"),
            texts.get("shift.head.by_way"),
            texts.get("shift.head.by_cashier"),
            texts.get("shift.head.what"),
            texts.get("shift.head.sum")),
        money.stream().map(row -> moneyRow(row, training)).toList());
  }

  private List<Cell> moneyRow(ShiftJson.Money row, boolean training) {
    long tiyn = Sums.ofWire(row.amount()).tiyn();
    return List.of(
        new Cell.Words(moments.date(row.at()) + " " + moments.time(row.at())),
        new Cell.Words(number(row, training)),
        new Cell.Words(way(row.way())),
        new Cell.Words(row.cashier()),
        new Cell.Words(what(row)),
        new Cell.Sum(row.refund() ? -tiyn : tiyn));
  }

  private String number(ShiftJson.Money row, boolean training) {
    return row.invoiceId() == 0
        ? texts.get("cash.numbered", row.invoiceNumber())
        : SaleNumber.of(texts, row.invoiceNumber(), training);
  }

  private String what(ShiftJson.Money row) {
    if (!row.refund()) {
      return texts.get("shift.what.sale");
    }
    String refund = texts.get("shift.what.refund");
    return row.reason() == null ? refund : refund + ": " + row.reason();
  }

  private Fact fact(String key, Cell value) {
    return new Fact(texts.get("shift.fact." + key), value);
  }

  private Cell words(String at, String by) {
    return new Cell.Words(moments.date(at) + " " + moments.time(at) + ", " + by);
  }

  private static Cell sum(String wire) {
    return Cell.Sum.of(Sums.ofWire(wire));
  }

  private static Cell net(ShiftJson.Sums sums) {
    Money came = Sums.ofWire(sums.salesSum());
    return new Cell.Sum(came.tiyn() - Sums.ofWire(sums.refundsSum()).tiyn());
  }
}
