package duken.desktop.shift.export;

import duken.desktop.kit.format.Sums;
import duken.desktop.shift.export.ShiftDocument.Cell;
import duken.domain.Money;

/** A cell as a person reads it. */
public final class CellWords {

  private CellWords() {}

  /** {@code −2 500,50 ₸}, {@code 1 024}, or the words. */
  public static String of(Cell cell) {
    return switch (cell) {
      case Cell.Words(String text) -> text;
      case Cell.Count(long number) -> Sums.grouped(Long.toString(number));
      case Cell.Sum(long tiyn) -> (tiyn < 0 ? "−" : "") + Sums.format(Money.ofTiyn(Math.abs(tiyn)));
    };
  }
}
