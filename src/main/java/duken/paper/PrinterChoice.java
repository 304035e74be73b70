package duken.paper;

/**
 * How this desk prints.
 *
 * @param kind of place
 * @param place as it was typed; empty for none
 * @param language of slips, {@code ru}, {@code kk} or {@code en}; empty for the window's
 * @param automatic whether a slip comes by itself when money came
 * @param drawer whether the cash drawer opens with each slip that comes by itself
 */
public record PrinterChoice(
    PrinterPlace.Kind kind,
    String place,
    PaperWidth width,
    String language,
    boolean automatic,
    boolean drawer) {

  /** A desk without a printer. */
  public static final PrinterChoice NONE =
      new PrinterChoice(PrinterPlace.Kind.NONE, "", PaperWidth.MM80, "", true, false);

  /** Whether there is something to print with. */
  public boolean isThere() {
    return kind != PrinterPlace.Kind.NONE;
  }

  /** Whether a cash drawer can hang on it: only what takes commands opens one. */
  public boolean takesCommands() {
    return switch (kind) {
      case DEVICE, SERIAL, NETWORK, QUEUE -> true;
      case NONE, PAGES, FOLDER -> false;
    };
  }

  /** With another place. */
  public PrinterChoice at(PrinterPlace.Kind newKind, String newPlace) {
    return new PrinterChoice(newKind, newPlace, width, language, automatic, drawer);
  }

  /** On another roll. */
  public PrinterChoice on(PaperWidth newWidth) {
    return new PrinterChoice(kind, place, newWidth, language, automatic, drawer);
  }

  /** In another language. */
  public PrinterChoice in(String newLanguage) {
    return new PrinterChoice(kind, place, width, newLanguage, automatic, drawer);
  }

  /** Printing by itself or not. */
  public PrinterChoice automatically(boolean is) {
    return new PrinterChoice(kind, place, width, language, is, drawer);
  }

  /** Opening the drawer or not. */
  public PrinterChoice withDrawer(boolean is) {
    return new PrinterChoice(kind, place, width, language, automatic, is);
  }
}
