package duken.desktop.shift.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import duken.desktop.shift.export.ShiftDocument.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report as Excel reads it with a double click on a PC in Kazakhstan: UTF-8 with a mark at its
 * beginning, semicolons, a comma before tiyn.
 */
public final class CsvFile implements ReportFile {

  private static final char MARK = '\ufeff';
  private static final String DANGEROUS = "=+-@\t\r\n";

  @Override
  public void write(ShiftDocument document, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(MARK);
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(safe(document.title()));
    for (ShiftDocument.Fact fact : document.facts()) {
      csv.writeRecord(safe(fact.name()), cell(fact.value()));
    }
    for (ShiftDocument.Table table : document.tables()) {
      csv.writeRecord("");
      csv.writeRecord(safe(table.title()));
      csv.writeRecord(table.heads().stream().map(CsvFile::safe).toList());
      for (List<Cell> row : table.rows()) {
        csv.writeRecord(row.stream().map(CsvFile::cell).toList());
      }
    }
    csv.flush();
  }

  private static String cell(Cell cell) {
    return switch (cell) {
      case Cell.Words(String text) -> safe(text);
      case Cell.Count(long number) -> Long.toString(number);
      case Cell.Sum(long tiyn) -> BigDecimal.valueOf(tiyn, 2).toPlainString().replace('.', ',');
    };
  }

  /** Words that a spreadsheet would take for a formula stay words behind an apostrophe. */
  static String safe(String text) {
    boolean formula = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
