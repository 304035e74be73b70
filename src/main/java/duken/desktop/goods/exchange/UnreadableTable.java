package duken.desktop.goods.exchange;

import java.io.IOException;

/** A file that is no table this program can read. */
public final class UnreadableTable extends IOException {

  private static final long serialVersionUID = 1L;

  private final String textKey;
  private final int row;

  /**
   * @param textKey says why
   * @param row where it ended, or 0
   */
  UnreadableTable(String textKey, int row) {
    super(textKey + " at row " + row);
    this.textKey = textKey;
    this.row = row;
  }

  /** Says why; {@code {0}} is the row. */
  public String textKey() {
    return textKey;
  }

  public int row() {
    return row;
  }
}
