package duken.desktop.firstrun;

/** What is asked and looked at, in this order. */
public enum Step {
  LANGUAGE,
  SHOP,
  CITY,
  BANK,
  SCREEN,
  SCANNER,
  SOUND,
  PRINTER,
  CLOCK,
  NETWORK;

  /** The last part of its text keys. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
