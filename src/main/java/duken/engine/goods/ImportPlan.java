package duken.engine.goods;

import duken.domain.Money;
import duken.domain.catalog.GoodsItem;
import java.util.List;

/**
 * What a list of goods would do. With a problem it does nothing.
 *
 * @param steps in the order of the list
 * @param problems by row; empty when the list can be taken over
 */
public record ImportPlan(List<Step> steps, List<Problem> problems) {

  public ImportPlan {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /**
   * What becomes of a row.
   *
   * @param before the item it is about, or null for a new one
   * @param wish how it is to be
   */
  record Step(int row, GoodsItem before, GoodsWish wish) {

    Change change() {
      if (before == null) {
        return Change.CREATED;
      }
      GoodsWish now =
          new GoodsWish(
              before.item().name(),
              before.item().price(),
              before.item().unit(),
              before.item().barcode(),
              before.article(),
              before.tile(),
              before.item().imageId());
      return now.equals(wish) ? Change.UNCHANGED : Change.CHANGED;
    }

    Money priceBefore() {
      return before == null ? null : before.item().price();
    }
  }

  /** What becomes of an item. */
  public enum Change {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  /**
   * Why a row cannot be taken over.
   *
   * @param column {@code name}, {@code barcode} or {@code article}
   * @param code {@code taken}: another item has this barcode; {@code twice}: an earlier row is
   *     about the same item; {@code ambiguous}: several items are called so
   * @param otherRow the earlier row, or null
   */
  public record Problem(int row, String column, String code, Integer otherRow) {}

  /**
   * A row that changes something.
   *
   * @param before the price so far, or null for a new item
   */
  public record Line(int row, Change change, String name, Money before, Money after) {}

  /** How many rows do that. */
  public long count(Change change) {
    return steps.stream().filter(step -> step.change() == change).count();
  }

  /** The first rows that change something. */
  public List<Line> lines(int most) {
    return steps.stream()
        .filter(step -> step.change() != Change.UNCHANGED)
        .limit(most)
        .map(
            step ->
                new Line(
                    step.row(),
                    step.change(),
                    step.wish().name(),
                    step.priceBefore(),
                    step.wish().price()))
        .toList();
  }
}
