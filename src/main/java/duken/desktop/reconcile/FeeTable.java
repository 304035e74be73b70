package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Fee;
import duken.desktop.shift.export.ShiftDocument.Cell;
import duken.desktop.shift.export.ShiftDocument.Table;
import duken.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bank is expected to keep, as a table: expected, for the bank names no figure of its own.
 */
public final class FeeTable {

  private FeeTable() {}

  /** A line for each source, and one for all of them. */
  public static Table of(Texts texts, List<Fee> fees) {
    List<List<Cell>> rows = new ArrayList<>();
    long[] sums = new long[4];
    for (Fee fee : fees) {
      long[] line = {
        tiyn(fee.salesSum()),
        tiyn(fee.backSum()),
        fee.fee() == null ? 0 : tiyn(fee.fee()),
        tiyn(fee.net())
      };
      for (int i = 0; i < sums.length; i++) {
        sums[i] += line[i];
      }
      rows.add(
          List.of(
              new Cell.Words(LineWords.source(texts, fee.source().isEmpty() ? null : fee.source())),
              new Cell.Sum(line[0]),
              new Cell.Sum(line[1]),
              new Cell.Words(
                  fee.rate() == null
                      ? texts.get("reconcile.rule.no_rate")
                      : fee.rate().replace('.', ',') + " %"),
              fee.fee() == null ? new Cell.Words("–") : new Cell.Sum(line[2]),
              new Cell.Sum(line[3])));
    }
    rows.add(
        List.of(
            new Cell.Words(texts.get("reconcile.fee.whole")),
            new Cell.Sum(sums[0]),
            new Cell.Sum(sums[1]),
            new Cell.Words(""),
            new Cell.Sum(sums[2]),
            new Cell.Sum(sums[3])));
    return new Table(
        texts.get("reconcile.table.fees"),
        List.of(
            texts.get("reconcile.head.source"),
            texts.get("reconcile.fee.sales"),
            texts.get("reconcile.fee.back"),
            texts.get("reconcile.fee.rate"),
            texts.get("reconcile.fee.expected"),
            texts.get("reconcile.fee.net")),
        rows);
  }

  private static long tiyn(String decimal) {
    return new BigDecimal(decimal).movePointRight(2).longValueExact();
  }
}
