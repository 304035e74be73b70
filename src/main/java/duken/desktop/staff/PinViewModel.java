package duken.desktop.staff;

import duken.api.EngineProblem;
import duken.api.staff.StaffApi;
import duken.api.staff.StaffJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A PIN that is being entered: whose, how far, and what the engine says of it. */
public final class PinViewModel {

  private static final int LEAST = 4;
  private static final int MOST = 6;
  private static final String OWNER = "owner";

  private final Supplier<StaffApi> staff;
  private final Background background;
  private final boolean ownersOnly;
  private final Runnable entered;
  private final ObservableList<StaffJson.Member> people = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<StaffJson.Member> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Message> wrong = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final StringBuilder digits = new StringBuilder();

  /**
   * Nothing is asked before {@link #load}.
   *
   * @param staff asked from virtual threads
   * @param ownersOnly for one thing only an owner may do; else somebody signs in
   * @param entered the PIN was right
   */
  public PinViewModel(
      Supplier<StaffApi> staff, Background background, boolean ownersOnly, Runnable entered) {
    this.staff = staff;
    this.background = background;
    this.ownersOnly = ownersOnly;
    this.entered = entered;
  }

  public void load() {
    background.ask(() -> staff.get().roster(), roster -> told(roster.members()), this::failed);
  }

  private void told(List<StaffJson.Member> all) {
    people.setAll(all.stream().filter(each -> !ownersOnly || each.role().equals(OWNER)).toList());
    if (people.size() == 1) {
      chosen.set(people.getFirst());
    }
  }

  public void choose(StaffJson.Member member) {
    chosen.set(member);
    forget();
    wrong.set(null);
  }

  /** One more digit; answers whether it was one. */
  public boolean type(String text) {
    boolean digit = text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    if (!digit || busy.get() || digits.length() == MOST) {
      return digit;
    }
    wrong.set(null);
    digits.append(text);
    length.set(digits.length());
    return true;
  }

  /** Takes the last digit away; answers whether there was one. */
  public boolean erase() {
    if (digits.isEmpty() || busy.get()) {
      return false;
    }
    digits.setLength(digits.length() - 1);
    length.set(digits.length());
    return true;
  }

  /** What puts the digits back that stand here now. */
  Runnable remember() {
    String before = digits.toString();
    return () -> {
      if (!busy.get()) {
        digits.setLength(0);
        digits.append(before);
        length.set(digits.length());
      }
    };
  }

  /** Shows the engine the PIN. */
  public void enter() {
    StaffJson.Member who = chosen.get();
    if (busy.get()) {
      return;
    }
    if (who == null || digits.length() < LEAST) {
      wrong.set(Message.of(Tone.CAREFUL, who == null ? "staff.pin.who" : "staff.pin.short"));
      return;
    }
    busy.set(true);
    StaffJson.SignIn signIn = new StaffJson.SignIn(who.id(), digits.toString(), ownersOnly);
    forget();
    background.ask(
        () -> staff.get().signIn(signIn),
        _ -> {
          busy.set(false);
          entered.run();
        },
        this::failed);
  }

  private void failed(RuntimeException e) {
    busy.set(false);
    wrong.set(
        e instanceof EngineProblem problem && problem.code().startsWith("PIN_")
            ? new Message(Tone.BAD, null, List.of(), problem.getMessage())
            : Message.of(e));
  }

  public void forget() {
    digits.setLength(0);
    length.set(0);
  }

  /** Who may enter a PIN here. */
  public ObservableList<StaffJson.Member> people() {
    return people;
  }

  /** Whose PIN it is, or null. */
  public ReadOnlyObjectProperty<StaffJson.Member> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** How many digits were typed. */
  public ReadOnlyIntegerProperty length() {
    return length.getReadOnlyProperty();
  }

  /** What is wrong, or null. */
  public ReadOnlyObjectProperty<Message> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /** Whether the engine looks at the PIN. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
