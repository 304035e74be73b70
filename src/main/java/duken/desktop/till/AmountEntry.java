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

  /** More digits came than fit: what stands here is not what was typed. */
  private boolean overflowed;

  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  boolean isEmpty() {
    return text.get().isEmpty();
  }

  /** Adds a digit or a comma; answers what to say when that makes no sum, else null. */
  Message type(char c) {
    String longer = Sums.append(text.get(), c);
    boolean full = longer.equals(text.get()) && c >= '0' && c <= '9' && longer.length() > 1;
    overflowed |= full;
    text.set(longer);
    Sums.Fault fault = read().fault();
    return fault == Sums.Fault.TOO_LARGE || fault == Sums.Fault.AMBIGUOUS ? fault(fault) : null;
  }

  void backspace() {
    overflowed = false;
    text.set(shorter(text.get()));
  }

  void clear() {
    overflowed = false;
    text.set("");
  }

  /** What is typed now, to be put back by running it. */
  Runnable remember() {
    String before = text.get();
    boolean over = overflowed;
    return () -> {
      overflowed = over;
      text.set(before);
    };
  }

  /** Puts a sum in, as somebody would type it. */
  void set(Money money) {
    overflowed = false;
    String wire = money.toWire();
    text.set(
        (wire.endsWith(".00") ? wire.substring(0, wire.length() - 3) : wire).replace('.', ','));
  }

  /** Adds a price; answers whether there is a sum, or none yet, that it can be added to. */
  boolean add(Money price) {
    Money before = isEmpty() ? Money.ZERO : read().money();
    if (before == null || price.isZero() || before.plus(price).exceeds(Money.LARGEST)) {
      return false;
    }
    set(before.plus(price));
    return true;
  }

  Sums.Typed read() {
    Sums.Typed typed = Sums.read(text.get());
    return overflowed && typed.fault() == null ? new Sums.Typed(null, Sums.Fault.TOO_LARGE) : typed;
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
