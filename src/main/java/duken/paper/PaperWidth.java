package duken.paper;

/** The rolls that receipt printers take, and what of them can be printed on at 203 dots an inch. */
public enum PaperWidth {
  MM58(58, 384),
  MM80(80, 576);

  private final int millimetres;
  private final int dots;

  PaperWidth(int millimetres, int dots) {
    this.millimetres = millimetres;
    this.dots = dots;
  }

  /** Of the roll. */
  public int millimetres() {
    return millimetres;
  }

  /** Of a line; a multiple of eight. */
  public int dots() {
    return dots;
  }

  /** The roll of this many millimetres; 80 for anything unknown. */
  public static PaperWidth of(String millimetres) {
    return "58".equals(millimetres) ? MM58 : MM80;
  }
}
