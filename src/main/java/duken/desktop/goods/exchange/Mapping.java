package duken.desktop.goods.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which column of a file is what.
 *
 * @param headRow the row with the names, or 0 when there is none; what stands above is no data
 * @param heads what stands over each column, or in the first row of a file without names
 * @param columns where each is, from 0
 */
public record Mapping(int headRow, List<String> heads, Map<Column, Integer> columns) {

  /** 1C writes the name of the list, a date, a warehouse above it. */
  private static final int LOOKED_AT = 30;

  /** So many columns at least have to be known by name. */
  private static final int FEWEST = 2;

  public Mapping {
    heads = List.copyOf(heads);
    columns = Map.copyOf(columns);
  }

  /** The same with one column elsewhere, or nowhere when {@code at} is null. */
  public Mapping with(Column column, Integer at) {
    Map<Column, Integer> changed = new EnumMap<>(Column.class);
    changed.putAll(columns);
    if (at == null) {
      changed.remove(column);
    } else {
      changed.put(column, at);
    }
    return new Mapping(headRow, heads, changed);
  }

  /** Whether name and price are known: without them nothing can be taken over. */
  public boolean isEnough() {
    return columns.containsKey(Column.NAME) && columns.containsKey(Column.PRICE);
  }

  /** What stands in a column of a row, without blanks around it; empty without. */
  String cell(Column column, List<String> cells) {
    Integer at = columns.get(column);
    return at == null || at >= cells.size() ? "" : cells.get(at).replace('\0', ' ').strip();
  }

  /**
   * What the names in a file say.
   *
   * @throws UnreadableTable when the file is empty, or no table
   */
  public static Mapping of(TableFile file) throws IOException {
    List<Mapping> found = new ArrayList<>();
    List<List<String>> firstRow = new ArrayList<>();
    file.read(
        (number, cells) -> {
          if (firstRow.isEmpty()) {
            firstRow.add(cells);
          }
          Map<Column, Integer> known = known(cells);
          if (known.size() >= FEWEST && known.containsKey(Column.NAME)) {
            found.add(new Mapping(number, trimmed(cells), known));
          }
          return found.isEmpty() && number < LOOKED_AT;
        });
    if (firstRow.isEmpty()) {
      throw new UnreadableTable("goods.import.empty", 0);
    }
    return found.isEmpty()
        ? new Mapping(0, trimmed(firstRow.getFirst()), Map.of())
        : found.getFirst();
  }

  private static Map<Column, Integer> known(List<String> cells) {
    Map<Column, Integer> known = new EnumMap<>(Column.class);
    for (int i = 0; i < cells.size(); i++) {
      int at = i;
      Column.called(cells.get(i)).ifPresent(column -> known.putIfAbsent(column, at));
    }
    return known;
  }

  private static List<String> trimmed(List<String> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end).stream().map(String::strip).toList();
  }
}
