package duken.api.goods;

import java.util.List;

/** Lists of goods on the wire. */
public final class ImportJson {

  private ImportJson() {}

  /**
   * A row. What is null stays as it is.
   *
   * @param row its number in the file
   * @param id as an export of this shop told it, or null
   * @param price in tenge, {@code 450.00}
   */
  public record Row(
      int row,
      Long id,
      String name,
      String price,
      Integer unitId,
      String barcode,
      String article,
      Integer tile) {}

  /**
   * A part of a list.
   *
   * @param from how many rows came before
   */
  public record Rows(int from, List<Row> rows) {

    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * What a list would do, or did. With a problem nothing is done.
   *
   * @param stopped whether somebody stopped it; then nothing was done
   * @param lines the first rows that change something
   */
  public record Result(
      boolean stopped,
      long created,
      long changed,
      long unchanged,
      List<Problem> problems,
      List<Line> lines) {

    public Result {
      problems = List.copyOf(problems);
      lines = List.copyOf(lines);
    }
  }

  /**
   * Why a row cannot be taken over.
   *
   * @param column {@code name}, {@code barcode} or {@code article}
   * @param code {@code taken}, {@code twice} or {@code ambiguous}
   * @param otherRow an earlier row about the same, or null
   */
  public record Problem(int row, String column, String code, Integer otherRow) {}

  /**
   * A row that changes something.
   *
   * @param change {@code created}, or else the row gave an item other values
   * @param before price in tenge so far, or null for a new item
   */
  public record Line(int row, String change, String name, String before, String after) {}

  /** How far an import has come, in rows; 0 of 0 when none is running. */
  public record Progress(int done, int total) {}
}
