package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Line;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.Locale;

/** Lines in words. */
final class LineWords {

  private LineWords() {}

  /** {@code Только у банка}. */
  static String kind(Texts texts, String kind) {
    return texts.get("reconcile.kind." + kind);
  }

  /** {@code −3 000 ₸}: what the bank says, or what we say where it says nothing. */
  static String sum(Texts texts, Line line) {
    String amount = line.bank() == null ? line.own().amount() : line.bank().amount();
    return amount == null
        ? texts.get("reconcile.unreadable")
        : (line.back() ? "−" : "") + Sums.format(amount);
  }

  /** A decimal of the wire that may be negative. */
  static String signed(String decimal) {
    BigDecimal value = new BigDecimal(decimal);
    return (value.signum() < 0 ? "−" : "") + Sums.format(value.abs().toPlainString());
  }

  /** Who paid, or which sale of ours it is. */
  static String who(Texts texts, Line line) {
    if (line.bank() != null && line.bank().payer() != null) {
      return line.bank().payer();
    }
    return line.own() == null
        ? texts.get("reconcile.unknown_payer")
        : texts.get("reconcile.sale", line.own().number());
  }

  /** The bank's word for what was paid from, as people call it. */
  static String source(Texts texts, String source) {
    if (source == null) {
      return texts.get("reconcile.source.untold");
    }
    String key = "reconcile.source." + source.toLowerCase(Locale.ROOT);
    return texts.has(key) ? texts.get(key) : source;
  }

  /** Whether two readings show the same line. */
  static boolean isSame(Line one, Line other) {
    if (other == null || (one.bank() == null) != (other.bank() == null)) {
      return false;
    }
    return one.bank() == null
        ? one.own().equals(other.own())
        : one.bank().lineId() == other.bank().lineId();
  }

  static Tone tone(Line line) {
    return line.open() ? Tone.CAREFUL : Tone.GOOD;
  }
}
