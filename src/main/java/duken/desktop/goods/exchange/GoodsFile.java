package duken.desktop.goods.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import duken.api.goods.GoodsJson;
import duken.desktop.text.Texts;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes goods so that a spreadsheet shows them well and {@link GoodsRows} reads the same again. No
 * name of an item becomes a formula.
 */
public final class GoodsFile {

  private static final char MARK = '\ufeff';

  /** What a spreadsheet takes for a formula; and the apostrophe that keeps it from doing so. */
  private static final String DANGEROUS = "=+-@\t\r\n'";

  private static final Column[] ORDER = {
    Column.NAME, Column.PRICE, Column.UNIT, Column.BARCODE, Column.ARTICLE, Column.TILE, Column.ID
  };

  private final List<String> heads;
  private final Function<Integer, String> unit;

  /** With the words of the language that is spoken now. Call on the JavaFX thread. */
  public GoodsFile(Texts texts) {
    heads = new ArrayList<>();
    for (Column column : ORDER) {
      heads.add(texts.get("goods.column." + column.word()));
    }
    List<String> units = new ArrayList<>();
    for (int id = 1; id <= 10; id++) {
      units.add(texts.get("goods.unit." + id));
    }
    unit = id -> units.get(id - 1);
  }

  /** As Excel opens it with a double click here: UTF-8 with a mark, semicolons, decimal commas. */
  public void csv(Iterable<GoodsJson.Item> items, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(MARK);
    CsvWriter csv =
        CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(heads);
    for (GoodsJson.Item item : items) {
      csv.writeRecord(
          safe(item.name()),
          item.price().replace('.', ','),
          unit.apply(item.unitId()),
          safe(orEmpty(item.barcode())),
          safe(orEmpty(item.article())),
          orEmpty(item.tile()),
          Long.toString(item.id()));
    }
    csv.flush();
  }

  /** As a workbook: prices are numbers, codes are text, so that no digit of them is lost. */
  public void xlsx(Iterable<GoodsJson.Item> items, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(new Unclosed(out), "Duken", null);
        Worksheet sheet = book.newWorksheet("Duken")) {
      for (int column = 0; column < ORDER.length; column++) {
        sheet.width(column, column == 0 ? 50 : 18);
        sheet.value(0, column, heads.get(column));
        sheet.style(0, column).bold().set();
      }
      int row = 0;
      for (GoodsJson.Item item : items) {
        row++;
        sheet.value(row, 0, item.name());
        sheet.value(row, 1, new BigDecimal(item.price()));
        sheet.value(row, 2, unit.apply(item.unitId()));
        text(sheet, row, 3, item.barcode());
        text(sheet, row, 4, item.article());
        if (item.tile() != null) {
          sheet.value(row, 5, item.tile());
        }
        sheet.value(row, 6, item.id());
      }
      sheet.range(1, 1, Math.max(1, row), 1).style().format("#,##0.00").set();
      sheet.range(1, 3, Math.max(1, row), 4).style().format("@").set();
    }
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    if (text != null) {
      sheet.value(row, column, text);
    }
  }

  private static String safe(String text) {
    boolean formula = !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private static String orEmpty(Object value) {
    return value == null ? "" : value.toString();
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
