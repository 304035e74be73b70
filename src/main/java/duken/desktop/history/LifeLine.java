package duken.desktop.history;

import duken.desktop.kit.Tone;
import java.time.Instant;
import java.util.List;

/**
 * One line of an invoice's life, ready for words.
 *
 * @param textKey what to say
 * @param values for the places in it
 * @param tone how it feels to the cashier
 * @param at UTC
 */
public record LifeLine(String textKey, List<String> values, Tone tone, Instant at) {

  /** Whether both say the same, whenever that was. */
  boolean saysLike(LifeLine other) {
    return other != null && textKey.equals(other.textKey) && values.equals(other.values);
  }
}
