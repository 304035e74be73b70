package duken.desktop.till;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.domain.Money;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The amount as it is typed: digits, at most one comma. What is no sum is never sold. */
final class AmountEntry {

  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  /** What stands here is not what was typed: more digits than fit, or a second separator. */
  private Sums.Fault lost;

  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  boolean isEmpty() {
    return text.get().isEmpty();
  }

  /** Adds a digit or a comma; answers what to say when that makes no sum, else null. */
  Message type(char c) {
    String before = text.get();
    text.set(Sums.append(before, c));
    if (c == ',' || c == '.') {
      // The same key twice is a key that bounced; anywhere else it is 28.11.26 or 1.500.000.
      boolean second = before.indexOf(',') >= 0 && !before.endsWith(",");
      lost = second && lost == null ? Sums.Fault.UNREADABLE : lost;
    } else if (before.equals(text.get()) && before.length() > 1 && lost == null) {
      lost = Sums.Fault.TOO_LARGE;
    }
    Sums.Fault fault = read().fault();
    return switch (fault) {
      case TOO_LARGE, AMBIGUOUS, UNREADABLE -> fault(fault);
      case EMPTY, TOO_SMALL, TOO_FINE -> null;
      case null -> null;
    };
  }

  void backspace() {
    lost = null;
    text.set(shorter(text.get()));
  }

  void clear() {
    lost = null;
    text.set("");
  }

  /** What is typed now, to be put back by running it. */
  Runnable remember() {
    String before = text.get();
    Sums.Fault then = lost;
    return () -> {
      lost = then;
      text.set(before);
    };
  }

  /** Puts a sum in, as somebody would type it. */
  void set(Money money) {
    lost = null;
    String wire = money.toWire();
    text.set(
        (wire.endsWith(".00") ? wire.substring(0, wire.length() - 3) : wire).replace('.', ','));
  }

  Sums.Typed read() {
    Sums.Typed typed = Sums.read(text.get());
    return lost != null && typed.fault() == null ? new Sums.Typed(null, lost) : typed;
  }

  /** What to say about a fault of what was pasted. */
  static Message notPasted(Sums.Fault fault) {
    return fault(fault == Sums.Fault.EMPTY ? Sums.Fault.UNREADABLE : fault);
  }

  static Message fault(Sums.Fault fault) {
    return Message.of(Tone.BAD, "till.amount." + fault.name().toLowerCase(Locale.ROOT));
  }

  /** The text without its last character. */
  static String shorter(String text) {
    return text.isEmpty() ? text : text.substring(0, text.length() - 1);
  }
}
