package duken.store.jdbc.sql;

import java.util.List;
import java.util.Optional;

/**
 * The rows of an answer, read.
 *
 * @param list all of them, in order
 */
public record Results<T>(List<T> list) {

  /**
   * The only row.
   *
   * @throws IllegalStateException when there is none, or more than one
   */
  public T one() {
    return findOne().orElseThrow(() -> new IllegalStateException("no row where one is expected"));
  }

  /**
   * The only row, if there is one.
   *
   * @throws IllegalStateException when there are more
   */
  public Optional<T> findOne() {
    if (list.size() > 1) {
      throw new IllegalStateException("more rows than one");
    }
    return findFirst();
  }

  /** The first row, if there is one. */
  public Optional<T> findFirst() {
    return list.isEmpty() ? Optional.empty() : Optional.ofNullable(list.getFirst());
  }
}
