package duken.desktop.history;

import java.time.LocalDate;

/** The spans of days a cashier can pick with one click. */
public enum Period {
  TODAY("history.period.today"),
  YESTERDAY("history.period.yesterday"),
  WEEK("history.period.week"),
  MONTH("history.period.month"),
  OWN("history.period.own");

  private final String textKey;

  Period(String textKey) {
    this.textKey = textKey;
  }

  public String textKey() {
    return textKey;
  }

  /**
   * The days it means.
   *
   * @param today the shop's local day
   * @param current what is shown now: an own period begins with it
   */
  public Days days(LocalDate today, Days current) {
    return switch (this) {
      case TODAY -> new Days(today, today);
      case YESTERDAY -> new Days(today.minusDays(1), today.minusDays(1));
      case WEEK -> new Days(today.minusDays(6), today);
      case MONTH -> new Days(today.minusDays(29), today);
      case OWN -> current;
    };
  }
}
