package duken.desktop.goods.exchange;

import duken.api.goods.ImportJson;
import duken.desktop.kit.format.Sums;
import duken.domain.catalog.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The goods of a file, and everything that is wrong in it.
 *
 * @param rows in the order of the file
 * @param faults the first ones
 * @param faultCount of all
 */
public record GoodsRows(List<ImportJson.Row> rows, List<Fault> faults, int faultCount) {

  private static final int MOST_FAULTS = 1000;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_CODE = 50;
  private static final int SHOWN = 40;

  /** What a spreadsheet makes of a long number: its last digits are lost. */
  private static final Pattern SPOILT = Pattern.compile("[0-9]+(?:[.,][0-9]+)?[eE][+]?[0-9]+");

  private static final Pattern NEGATIVE = Pattern.compile("[-−–(].*[0-9].*");
  private static final Pattern TILE = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  /** A point between thousands and a comma before tiyn, or the other way round. */
  private static final Pattern BOTH =
      Pattern.compile("[0-9.,\\p{Zs}]*(?:[.][0-9.]*,|,[0-9,]*[.])[0-9]*");

  public GoodsRows {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /**
   * What is wrong in a cell.
   *
   * @param row as a spreadsheet shows it
   * @param textKey says what; {@code {0}} is what stands in the cell
   */
  public record Fault(int row, Column column, String textKey, String cell) {}

  /**
   * Reads all rows below the names.
   *
   * @param goesOn is told each row's number; answers whether to go on
   * @return empty when it was stopped
   */
  public static Optional<GoodsRows> read(TableFile file, Mapping mapping, IntPredicate goesOn)
      throws IOException {
    Reading reading = new Reading(mapping);
    boolean[] stopped = new boolean[1];
    file.read(
        (number, cells) -> {
          if (number > mapping.headRow()) {
            reading.row(number, cells);
          }
          stopped[0] = !goesOn.test(number);
          return !stopped[0];
        });
    return stopped[0]
        ? Optional.empty()
        : Optional.of(new GoodsRows(reading.rows, reading.faults, reading.count));
  }

  /** Reads rows one by one. */
  private static final class Reading {

    private final Mapping mapping;
    private final List<ImportJson.Row> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int count;
    private int number;
    private List<String> cells;

    private Reading(Mapping mapping) {
      this.mapping = mapping;
    }

    private void row(int at, List<String> content) {
      number = at;
      cells = content;
      boolean empty =
          mapping.columns().keySet().stream().allMatch(column -> cell(column).isEmpty());
      if (empty) {
        return;
      }
      int before = count;
      ImportJson.Row row =
          new ImportJson.Row(number, id(), name(), price(), unit(), barcode(), article(), tile());
      if (count == before) {
        rows.add(row);
      }
    }

    private String cell(Column column) {
      return mapping.cell(column, cells);
    }

    private String name() {
      String name = cell(Column.NAME);
      if (name.isEmpty()) {
        fault(Column.NAME, "goods.import.fault.name.empty");
      } else if (name.length() > LONGEST_NAME) {
        fault(Column.NAME, "goods.fault.name.long");
      } else if (hasHalfCharacter(name)) {
        fault(Column.NAME, "goods.import.fault.characters");
      }
      return name;
    }

    private String price() {
      String cell = cell(Column.PRICE);
      if (NEGATIVE.matcher(cell).matches()) {
        fault(Column.PRICE, "goods.import.fault.price.negative");
        return null;
      }
      Sums.Typed sum = Sums.read(BOTH.matcher(cell).matches() ? oneSeparator(cell) : cell);
      if (sum.fault() != null) {
        fault(
            Column.PRICE,
            "goods.import.fault.price." + sum.fault().name().toLowerCase(Locale.ROOT));
        return null;
      }
      return sum.money().toWire();
    }

    private Integer unit() {
      String cell = cell(Column.UNIT);
      if (cell.isEmpty()) {
        return null;
      }
      Integer unit = UnitWords.read(cell).map(Unit::id).orElse(null);
      if (unit == null) {
        fault(Column.UNIT, "goods.import.fault.unit");
      }
      return unit;
    }

    private String barcode() {
      String cell = cell(Column.BARCODE);
      if (SPOILT.matcher(cell).matches()) {
        fault(Column.BARCODE, "goods.import.fault.barcode.spoilt");
      }
      return code(Column.BARCODE, cell);
    }

    private String article() {
      return code(Column.ARTICLE, cell(Column.ARTICLE));
    }

    private String code(Column column, String cell) {
      if (cell.length() > LONGEST_CODE) {
        fault(column, "goods.fault.code.long");
      } else if (hasHalfCharacter(cell)) {
        fault(column, "goods.import.fault.characters");
      }
      return cell.isEmpty() ? null : cell;
    }

    private Integer tile() {
      String cell = cell(Column.TILE);
      if (cell.isEmpty()) {
        return null;
      }
      if (!TILE.matcher(cell).matches()) {
        fault(Column.TILE, "goods.fault.tile");
        return null;
      }
      return Integer.valueOf(cell);
    }

    private Long id() {
      String cell = cell(Column.ID);
      if (cell.isEmpty()) {
        return null;
      }
      if (!NUMBER.matcher(cell).matches()) {
        fault(Column.ID, "goods.import.fault.id");
        return null;
      }
      return Long.valueOf(cell);
    }

    private void fault(Column column, String textKey) {
      count++;
      if (faults.size() < MOST_FAULTS) {
        String cell = cell(column).replaceAll("\\p{Cntrl}", " ");
        faults.add(
            new Fault(
                number,
                column,
                textKey,
                cell.length() > SHOWN ? cell.substring(0, SHOWN) + "…" : cell));
      }
    }

    private static String oneSeparator(String cell) {
      int last = Math.max(cell.lastIndexOf('.'), cell.lastIndexOf(','));
      return cell.substring(0, last).replaceAll("[.,]", "") + ',' + cell.substring(last + 1);
    }

    private static boolean hasHalfCharacter(String text) {
      return text.codePoints()
          .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
  }
}
