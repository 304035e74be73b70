package duken.store;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param total how many rows the filter matches in all
 */
public record Page<T>(List<T> rows, long total, int limit, long offset) {

  public Page {
    rows = List.copyOf(rows);
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(rows.stream().map(change).toList(), total, limit, offset);
  }
}
