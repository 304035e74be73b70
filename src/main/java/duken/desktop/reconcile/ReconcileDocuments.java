package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson;
import duken.api.reconcile.ReconcileJson.Line;
import duken.desktop.kit.format.Moments;
import duken.desktop.kit.format.Sums;
import duken.desktop.shift.export.ShiftDocument;
import duken.desktop.shift.export.ShiftDocument.Cell;
import duken.desktop.shift.export.ShiftDocument.Fact;
import duken.desktop.shift.export.ShiftDocument.Table;
import duken.desktop.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts a reconciliation into a document for export. */
final class ReconcileDocuments {

  private final Texts texts;
  private final Moments moments;

  ReconcileDocuments(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
  }

  /** {@code 14.05.2026} or {@code Смена № 3}. */
  String name(ReconcileJson.Run run) {
    return run.span().day() == null
        ? texts.get("shift.numbered", run.span().shiftNumber())
        : Moments.date(LocalDate.parse(run.span().day()));
  }

  ShiftDocument document(ReconcileJson.Result result) {
    ReconcileJson.Run run = result.run();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("from", at(run.span().from())));
    facts.add(fact("until", at(run.span().until())));
    facts.add(
        fact("state", new Cell.Words(texts.get("reconcile.state." + run.progress().state()))));
    facts.add(fact("lines", new Cell.Count(run.progress().lines())));
    List<Table> tables = new ArrayList<>();
    tables.add(
        table(
            "sums",
            List.of("kind", "count", "open", "bank_sum", "own_sum"),
            result.sums().stream().map(this::row).toList()));
    tables.add(
        table(
            "lines",
            List.of("at", "kind", "bank_sum", "own_sum", "payer", "order", "source", "own", "said"),
            result.lines().stream().map(this::row).toList()));
    if (!result.fees().isEmpty()) {
      tables.add(FeeTable.of(texts, result.fees()));
    }
    return new ShiftDocument(texts.get("reconcile.document", name(run)), facts, tables);
  }

  private Table table(String key, List<String> heads, List<List<Cell>> rows) {
    return new Table(
        texts.get("reconcile.table." + key),
        heads.stream().map(head -> texts.get("reconcile.head." + head)).toList(),
        rows);
  }

  private List<Cell> row(ReconcileJson.Sum sum) {
    return List.of(
        new Cell.Words(LineWords.kind(texts, sum.kind())),
        new Cell.Count(sum.lines()),
        new Cell.Count(sum.open()),
        new Cell.Sum(tiyn(sum.bankSum())),
        new Cell.Sum(tiyn(sum.ownSum())));
  }

  private List<Cell> row(Line line) {
    ReconcileJson.Bank bank = line.bank();
    ReconcileJson.Own own = line.own();
    return List.of(
        at(line.at()),
        new Cell.Words(LineWords.kind(texts, line.kind())),
        sum(line, bank == null ? null : bank.amount()),
        sum(line, own == null ? null : own.amount()),
        words(bank == null ? null : bank.payer()),
        words(bank == null ? null : bank.order()),
        words(bank == null ? null : LineWords.source(texts, bank.source())),
        words(own == null ? null : texts.get("reconcile.sale", own.number())),
        words(
            line.decision() == null
                ? null
                : texts.get("reconcile.said." + line.decision().what())
                    + (line.decision().reason() == null ? "" : ": " + line.decision().reason())));
  }

  private static Cell sum(Line line, String amount) {
    if (amount == null) {
      return new Cell.Words("");
    }
    long tiyn = Sums.ofWire(amount).tiyn();
    return new Cell.Sum(line.back() ? -tiyn : tiyn);
  }

  private static Cell words(String text) {
    return new Cell.Words(text == null ? "" : text);
  }

  private Cell at(String wire) {
    return new Cell.Words(moments.date(wire) + " " + moments.time(wire));
  }

  private Fact fact(String key, Cell value) {
    return new Fact(texts.get("reconcile.fact." + key), value);
  }

  private static long tiyn(String decimal) {
    return new BigDecimal(decimal).movePointRight(2).longValueExact();
  }
}
