package duken.desktop.shift.export;

import duken.domain.Money;
import java.util.List;

/**
 * A shift's report in the words of one language, whatever it is drawn or written on.
 *
 * @param title which shift, of which desk
 * @param facts when it was opened and closed, by whom; its sums
 * @param tables sums by way and by cashier, and the money one by one where it is wanted
 */
public record ShiftDocument(String title, List<Fact> facts, List<Table> tables) {

  public ShiftDocument {
    facts = List.copyOf(facts);
    tables = List.copyOf(tables);
  }

  /** A name and what stands behind it. */
  public record Fact(String name, Cell value) {}

  /**
   * Rows below their heads.
   *
   * @param title what the table is about
   */
  public record Table(String title, List<String> heads, List<List<Cell>> rows) {

    public Table {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** What stands in one place. */
  public sealed interface Cell {

    /** Words as they are. */
    record Words(String text) implements Cell {}

    /** How many. */
    record Count(long number) implements Cell {}

    /**
     * A sum of money.
     *
     * @param tiyn negative where more went back than came
     */
    record Sum(long tiyn) implements Cell {

      public static Sum of(Money money) {
        return new Sum(money.tiyn());
      }
    }
  }
}
