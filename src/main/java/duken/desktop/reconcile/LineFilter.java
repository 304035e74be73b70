package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Line;
import java.util.Locale;

/** Which lines are shown. */
enum LineFilter {
  /** Those that wait for somebody. */
  OPEN,
  ALL,
  MATCHED,
  ONLY_BANK,
  ONLY_HERE,
  SUM_DIFFERS,
  RETURNED_THERE;

  boolean shows(Line line) {
    return switch (this) {
      case OPEN -> line.open();
      case ALL -> true;
      case MATCHED, ONLY_BANK, ONLY_HERE, SUM_DIFFERS, RETURNED_THERE -> line.kind().equals(wire());
    };
  }

  /** Lower-case word. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
