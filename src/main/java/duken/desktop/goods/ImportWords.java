package duken.desktop.goods;

import duken.api.goods.ImportJson;
import duken.desktop.goods.exchange.GoodsRows;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;

/** What a list of goods would do, and what is wrong in it, in sentences. */
final class ImportWords {

  private final Texts texts;

  ImportWords(Texts texts) {
    this.texts = texts;
  }

  /** What is wrong in a cell. */
  String fault(GoodsRows.Fault fault) {
    String said = texts.get(fault.textKey(), fault.cell());
    String place =
        texts.get(
            "goods.import.place", fault.row(), texts.get("goods.column." + fault.column().word()));
    return fault.cell().isEmpty() || said.contains(fault.cell())
        ? place + said
        : place + said + " («" + fault.cell() + "»)";
  }

  /** Why the engine would not take a row. */
  String problem(ImportJson.Problem problem) {
    String place =
        texts.get(
            "goods.import.place", problem.row(), texts.get("goods.column." + problem.column()));
    return place
        + texts.get(
            "goods.import.problem." + problem.code(),
            problem.otherRow() == null ? "" : problem.otherRow());
  }

  /** What would come of a row. */
  String line(ImportJson.Line line) {
    String after = Sums.format(line.after());
    if (line.before() == null) {
      return texts.get("goods.import.line.created", line.row(), line.name(), after);
    }
    return line.before().equals(line.after())
        ? texts.get("goods.import.line.changed", line.row(), line.name(), after)
        : texts.get(
            "goods.import.line.price", line.row(), line.name(), Sums.format(line.before()), after);
  }
}
