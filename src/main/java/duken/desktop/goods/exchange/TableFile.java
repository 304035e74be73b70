package duken.desktop.goods.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A table in a file that is read from its beginning to its end, a row at a time. */
public interface TableFile {

  /** The largest file. */
  long LARGEST = 64L * 1024 * 1024;

  /** The last row that is read, and the last column. */
  int MOST_ROWS = 50_000;

  int MOST_COLUMNS = 200;

  /** Who looks at rows. */
  @FunctionalInterface
  interface Rows {
    /**
     * A row that is not empty.
     *
     * @param number as a spreadsheet shows it, from 1
     * @param cells as text, with a point before decimals where the file had numbers
     * @return whether the next one is wanted
     */
    boolean row(int number, List<String> cells);
  }

  /**
   * Reads rows until the end or until nobody wants more.
   *
   * @throws UnreadableTable when it is no such table, or too large
   */
  void read(Rows rows) throws IOException;

  /**
   * The table in a file, told by its first bytes.
   *
   * @throws UnreadableTable when it is none
   */
  static TableFile of(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new UnreadableTable("goods.import.large", 0);
    }
    byte[] first;
    try (InputStream content = Files.newInputStream(file)) {
      first = content.readNBytes(4);
    }
    if (Arrays.equals(first, new byte[] {'P', 'K', 3, 4})) {
      return new XlsxTable(file);
    }
    if (Arrays.equals(first, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})) {
      throw new UnreadableTable("goods.import.xls", 0);
    }
    return new CsvTable(file);
  }
}
