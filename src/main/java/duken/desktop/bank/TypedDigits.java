package duken.desktop.bank;

import duken.desktop.kit.Phones;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The phone number and the code as they are typed, by keyboard or finger. */
public final class TypedDigits {

  static final int SHORTEST_CODE = 4;
  static final int LONGEST_CODE = 6;

  private final ReadOnlyStringWrapper phone = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");

  /** The national digits of the phone so far. */
  public ReadOnlyStringProperty phoneProperty() {
    return phone.getReadOnlyProperty();
  }

  /** The digits of the code so far. */
  public ReadOnlyStringProperty codeProperty() {
    return code.getReadOnlyProperty();
  }

  /** Whether the number is whole. */
  public boolean isPhoneWhole() {
    return phone.get().length() == Phones.DIGITS;
  }

  /** Whether the code has as many digits as one may have. */
  public boolean isCodeLong() {
    return code.get().length() >= SHORTEST_CODE;
  }

  void forgetCode() {
    code.set("");
  }

  /** Characters were typed on this page; answers whether they meant anything there. */
  boolean type(BankPage page, String text) {
    boolean taken = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        taken |= typeOne(page, c);
      }
    }
    return taken;
  }

  /** Takes the last digit away; answers whether digits are typed on this page. */
  boolean backspace(BankPage page) {
    return switch (page) {
      case PHONE -> shorten(phone);
      case CODE -> shorten(code);
      case STANDING, NOTICE -> false;
    };
  }

  /** What was pasted replaces what is typed; answers whether digits are typed on this page. */
  boolean paste(BankPage page, String text) {
    return switch (page) {
      case PHONE -> {
        phone.set(Phones.digits(text));
        yield true;
      }
      case CODE -> {
        code.set("");
        type(page, text);
        yield true;
      }
      case STANDING, NOTICE -> false;
    };
  }

  private boolean typeOne(BankPage page, char c) {
    return switch (page) {
      case PHONE -> {
        phone.set(Phones.append(phone.get(), c));
        yield true;
      }
      case CODE -> {
        if (code.get().length() < LONGEST_CODE) {
          code.set(code.get() + c);
        }
        yield true;
      }
      case STANDING, NOTICE -> false;
    };
  }

  private static boolean shorten(ReadOnlyStringWrapper field) {
    if (!field.get().isEmpty()) {
      field.set(field.get().substring(0, field.get().length() - 1));
    }
    return true;
  }
}
