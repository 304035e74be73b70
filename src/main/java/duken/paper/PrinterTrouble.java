package duken.paper;

import java.util.Locale;

/** Why nothing is printed, by what a person can do about it. */
public enum PrinterTrouble {
  /** It is off, unplugged, elsewhere, or the name is wrong. */
  NOT_THERE,
  /** The system lets this program not use it. */
  NOT_ALLOWED,
  /** It takes nothing: off line, out of paper, or busy with somebody else. */
  SILENT,
  NO_PAPER,
  COVER_OPEN,
  /** It was there, and broke off. */
  BROKE_OFF,
  /** The system's own printing refused it. */
  REFUSED,
  /** What was chosen names no printer. */
  NOT_CHOSEN,
  /** More waits than anybody would want printed. */
  TOO_MANY,
  /** It waited so long that nobody wants it any more. */
  TOO_OLD;

  /** {@code no_paper}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Nothing was printed, for this reason. */
  static final class Problem extends Exception {

    private static final long serialVersionUID = 1L;

    private final PrinterTrouble trouble;

    Problem(PrinterTrouble trouble, Throwable cause) {
      super(trouble.word(), cause);
      this.trouble = trouble;
    }

    PrinterTrouble trouble() {
      return trouble;
    }
  }
}
