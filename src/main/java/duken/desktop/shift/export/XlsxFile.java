package duken.desktop.shift.export;

import duken.desktop.shift.export.ShiftDocument.Cell;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a workbook: sums are numbers, words are never formulas. */
public final class XlsxFile implements ReportFile {

  private static final String SUM = "#,##0.00";
  private static final double WIDE = 26;
  private static final double NARROW = 16;
  private static final int COLUMNS = 6;

  @Override
  public void write(ShiftDocument document, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(new Unclosed(out), "Duken", null);
        Worksheet sheet = book.newWorksheet("Duken")) {
      for (int column = 0; column < COLUMNS; column++) {
        sheet.width(column, column == 0 ? WIDE : NARROW);
      }
      int row = 0;
      heading(sheet, row++, document.title());
      for (ShiftDocument.Fact fact : document.facts()) {
        sheet.value(row, 0, fact.name());
        put(sheet, row++, 1, fact.value());
      }
      for (ShiftDocument.Table table : document.tables()) {
        row = table(sheet, row + 1, table);
      }
    }
  }

  private static int table(Worksheet sheet, int first, ShiftDocument.Table table) {
    int row = first;
    heading(sheet, row++, table.title());
    for (int column = 0; column < table.heads().size(); column++) {
      sheet.value(row, column, table.heads().get(column));
      sheet.style(row, column).bold().set();
    }
    row++;
    for (List<Cell> cells : table.rows()) {
      for (int column = 0; column < cells.size(); column++) {
        put(sheet, row, column, cells.get(column));
      }
      row++;
    }
    return row;
  }

  private static void heading(Worksheet sheet, int row, String words) {
    sheet.value(row, 0, words);
    sheet.style(row, 0).bold().set();
  }

  private static void put(Worksheet sheet, int row, int column, Cell cell) {
    switch (cell) {
      case Cell.Words(String text) -> sheet.value(row, column, text);
      case Cell.Count(long number) -> sheet.value(row, column, number);
      case Cell.Sum(long tiyn) -> {
        sheet.value(row, column, BigDecimal.valueOf(tiyn, 2));
        sheet.style(row, column).format(SUM).set();
      }
    }
  }

  /** The workbook closes what it writes to; whoever gave it does that here. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
