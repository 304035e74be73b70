package duken.desktop.till;

import duken.desktop.kit.Message;
import duken.desktop.kit.Sums;
import duken.desktop.kit.Tone;
import duken.domain.Money;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The amount as it is typed: digits, at most one comma, at most two digits behind it. */
final class AmountEntry {

  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  boolean isEmpty() {
    return text.get().isEmpty();
  }

  /** Adds a digit or a comma; answers what to say when the sum cannot grow any more, else null. */
  Message type(char c) {
    String longer = Sums.append(text.get(), c);
    boolean full = longer.equals(text.get()) && c >= '1' && text.get().indexOf(',') < 0;
    text.set(longer);
    return full ? Message.of(Tone.CAREFUL, "till.amount.too_large") : null;
  }

  void backspace() {
    text.set(shorter(text.get()));
  }

  void clear() {
    text.set("");
  }

  /** Puts a sum in, as somebody would type it. */
  void set(Money money) {
    String wire = money.toWire();
    text.set(
        (wire.endsWith(".00") ? wire.substring(0, wire.length() - 3) : wire).replace('.', ','));
  }

  /** The sum, or what is wrong with it. */
  Sums.Typed read() {
    return Sums.read(text.get());
  }

  /** What to say about a fault. */
  static Message fault(Sums.Fault fault) {
    return Message.of(Tone.BAD, "till.amount." + fault.name().toLowerCase(Locale.ROOT));
  }

  /** The text without its last character. */
  static String shorter(String text) {
    return text.isEmpty() ? text : text.substring(0, text.length() - 1);
  }
}
