package duken.desktop.shift;

import duken.api.cash.CashJson;
import duken.desktop.kit.format.Sums;
import duken.desktop.shift.export.CellWords;
import duken.desktop.shift.export.ShiftDocument.Cell;
import duken.desktop.shift.export.ShiftDocument.Table;
import duken.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The drawer of a shift in words. */
final class DrawerTable {

  private final Texts texts;

  DrawerTable(Texts texts) {
    this.texts = texts;
  }

  Table of(CashJson.Drawer drawer) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("opening", drawer.opening()));
    rows.add(row("sales", drawer.sales()));
    rows.add(row("returned", drawer.returned()));
    rows.add(row("came_in", drawer.cameIn()));
    rows.add(row("went_out", drawer.wentOut()));
    if (!isNothing(drawer.unsettled())) {
      rows.add(row("unsettled", drawer.unsettled()));
    }
    if (drawer.counted() == null) {
      rows.add(expected(drawer.expected()));
    } else {
      rows.add(
          List.of(
              new Cell.Words(texts.get("cash.drawer.counted", drawer.countedBy())),
              sum(drawer.counted())));
      if (drawer.difference() != null) {
        BigDecimal should =
            new BigDecimal(drawer.counted()).subtract(new BigDecimal(drawer.difference()));
        rows.add(row("expected", should.toPlainString()));
        rows.add(row("difference", drawer.difference()));
      }
      if (drawer.banknotes() != null && !drawer.banknotes().isEmpty()) {
        rows.add(List.of(new Cell.Words(""), new Cell.Words(banknotes(drawer.banknotes()))));
      }
    }
    return new Table(
        texts.get("cash.table.drawer"),
        List.of(texts.get("cash.head.what"), texts.get("cash.head.sum")),
        rows);
  }

  /** What an owner wants to know of it. */
  List<String> words(CashJson.Drawer drawer) {
    List<String> lines = new ArrayList<>();
    if (drawer.counted() != null) {
      lines.add(words(texts.get("cash.drawer.counted", drawer.countedBy()), drawer.counted()));
      if (drawer.difference() != null) {
        lines.add(words(texts.get("cash.drawer.difference"), drawer.difference()));
      }
    } else if (drawer.expected() != null) {
      lines.add(words(texts.get("cash.drawer.expected"), drawer.expected()));
    }
    return lines;
  }

  /** {@code 20 000 × 3, монеты 120,50 ₸} of {@code 20000x3 coins 120.50}. */
  private String banknotes(String kept) {
    List<String> words = new ArrayList<>();
    for (String each : kept.replace("coins ", "coins").split(" ")) {
      int times = each.indexOf('x');
      words.add(
          each.startsWith("coins")
              ? texts.get("cash.drawer.coins", Sums.format(each.substring("coins".length())))
              : Sums.grouped(each.substring(0, times)) + " × " + each.substring(times + 1));
    }
    return String.join(", ", words);
  }

  private static String words(String name, String wire) {
    return name + ": " + CellWords.of(sum(wire));
  }

  private List<Cell> expected(String wire) {
    return wire == null
        ? List.of(
            new Cell.Words(texts.get("cash.drawer.expected")),
            new Cell.Words(texts.get("cash.drawer.hidden")))
        : row("expected", wire);
  }

  private List<Cell> row(String word, String wire) {
    return List.of(new Cell.Words(texts.get("cash.drawer." + word)), sum(wire));
  }

  private static boolean isNothing(String wire) {
    return new BigDecimal(wire).signum() == 0;
  }

  private static Cell sum(String wire) {
    return new Cell.Sum(new BigDecimal(wire).movePointRight(2).longValueExact());
  }
}
