package duken.desktop.bank;

import duken.desktop.kit.format.TypedPhone;
import duken.desktop.kit.task.Remembered;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The phone number and the code as they are typed, by keyboard or finger. */
public final class TypedDigits {

  static final int SHORTEST_CODE = 4;
  static final int LONGEST_CODE = 6;

  private final ReadOnlyObjectWrapper<TypedPhone> phone =
      new ReadOnlyObjectWrapper<>(TypedPhone.NONE);
  private final ReadOnlyObjectWrapper<String> fault = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<TypedPhone> blocked = new ReadOnlyObjectWrapper<>();

  public ReadOnlyObjectProperty<TypedPhone> phoneProperty() {
    return phone.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty codeProperty() {
    return code.getReadOnlyProperty();
  }

  /** Text key of why what was typed or pasted is no number or code, or null. */
  public ReadOnlyObjectProperty<String> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** Whether the number is whole, and not the one that the bank has blocked. */
  public boolean isPhoneWhole() {
    TypedPhone typed = phone.get();
    return typed.phone().isPresent()
        && (blocked.get() == null || !typed.phone().equals(blocked.get().phone()));
  }

  /** The number that the bank has blocked for a while, or null. */
  public ReadOnlyObjectProperty<TypedPhone> blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  /** A sign-in with this number was stopped by this trouble. */
  void stopped(String trouble) {
    if ("blocked".equals(trouble)) {
      blocked.set(phone.get());
    }
  }

  /** Whether the code has as many digits as one may have. */
  public boolean isCodeLong() {
    return code.get().length() >= SHORTEST_CODE;
  }

  void forgetCode() {
    fault.set(null);
    code.set("");
  }

  /** Characters were typed on this page; answers whether they meant anything there. */
  boolean type(BankPage page, String text) {
    boolean taken = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '0' && c <= '9') || (c == '+' && page == BankPage.PHONE)) {
        taken |= typeOne(page, c);
      }
    }
    return taken;
  }

  /** Takes the last digit away; answers whether digits are typed on this page. */
  boolean backspace(BankPage page) {
    return switch (page) {
      case PHONE -> {
        number(phone.get().shorter());
        yield true;
      }
      case CODE -> shorten(code);
      case STANDING, NOTICE -> false;
    };
  }

  /** What was pasted replaces what is typed; answers whether digits are typed on this page. */
  boolean paste(BankPage page, String text) {
    return switch (page) {
      case PHONE -> {
        Optional<TypedPhone> number = TypedPhone.pasted(text);
        number.ifPresentOrElse(this::number, () -> fault.set("phone.unreadable"));
        yield true;
      }
      case CODE -> {
        String digits = text.replaceAll("[\\s\\p{Cf}\\u00a0-]", "");
        boolean fits = digits.matches("[0-9]{" + SHORTEST_CODE + "," + LONGEST_CODE + "}");
        code.set(fits ? digits : code.get());
        fault.set(fits ? null : "bank.code.unreadable");
        yield true;
      }
      case STANDING, NOTICE -> false;
    };
  }

  private boolean typeOne(BankPage page, char c) {
    return switch (page) {
      case PHONE -> {
        number(phone.get().with(c));
        yield true;
      }
      case CODE -> {
        fault.set(null);
        if (code.get().length() < LONGEST_CODE) {
          code.set(code.get() + c);
        }
        yield true;
      }
      case STANDING, NOTICE -> false;
    };
  }

  /** What is typed now, to be put back by running it. */
  Runnable remember() {
    return Remembered.values(phone, code, fault);
  }

  private void number(TypedPhone next) {
    phone.set(next);
    fault.set(next.fault());
  }

  private static boolean shorten(ReadOnlyStringWrapper field) {
    if (!field.get().isEmpty()) {
      field.set(field.get().substring(0, field.get().length() - 1));
    }
    return true;
  }
}
