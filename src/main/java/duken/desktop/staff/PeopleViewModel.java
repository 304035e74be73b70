package duken.desktop.staff;

import duken.api.staff.StaffApi;
import duken.api.staff.StaffJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The shop's people, what needs whose PIN, and what was done with one. */
public final class PeopleViewModel {

  static final List<String> LEVELS = List.of("nobody", "anybody", "owner");

  private static final List<Long> LOCKS = List.of(60L, 300L, 900L, 3600L, 0L);
  private static final String PIN = "[0-9]{4,6}";

  private final Supplier<StaffApi> staff;
  private final Background background;
  private final Consumer<StaffJson.Roster> followed;
  private final Consumer<Message> said;
  private final ReadOnlyObjectWrapper<StaffJson.Roster> roster = new ReadOnlyObjectWrapper<>();
  private final ObservableList<StaffJson.Action> actions = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty pin = new SimpleStringProperty("");

  /**
   * Nothing is asked before {@link #refresh}.
   *
   * @param staff asked from virtual threads
   * @param followed hears of rules that changed
   * @param said shows a message
   */
  public PeopleViewModel(
      Supplier<StaffApi> staff,
      Background background,
      Consumer<StaffJson.Roster> followed,
      Consumer<Message> said) {
    this.staff = staff;
    this.background = background;
    this.followed = followed;
    this.said = said;
  }

  /** Asks how things stand. */
  public void refresh() {
    background.ask(() -> staff.get().roster(), this::told, this::failed);
    background.ask(() -> staff.get().actions(), actions::setAll, this::failed);
  }

  private void told(StaffJson.Roster now) {
    roster.set(now);
    followed.accept(now);
  }

  /** Takes somebody on with the typed name and PIN; the first one is the owner. */
  public void add(boolean owner) {
    String typed = name.get().strip();
    if (typed.isEmpty()) {
      said.accept(Message.of(Tone.CAREFUL, "staff.people.name.missing"));
    } else if (pinIsTyped()) {
      boolean first = roster.get() != null && roster.get().members().isEmpty();
      StaffJson.MemberChange member =
          new StaffJson.MemberChange(typed, owner || first ? "owner" : "cashier", pin.get());
      change(() -> staff.get().add(member));
    }
  }

  /** Gives somebody the typed PIN. */
  public void changePin(StaffJson.Member member) {
    if (pinIsTyped()) {
      StaffJson.MemberChange change = new StaffJson.MemberChange(null, null, pin.get());
      change(() -> staff.get().change(member.id(), change));
    }
  }

  public void remove(StaffJson.Member member) {
    change(() -> staff.get().remove(member.id()));
  }

  /** Asks for the next level's PIN before this is done. */
  public void nextLevel(String permission) {
    Map<String, String> levels = new LinkedHashMap<>(roster.get().levels());
    int at = LEVELS.indexOf(levels.get(permission));
    levels.put(permission, LEVELS.get((at + 1) % LEVELS.size()));
    put(levels, roster.get().lockAfterSeconds());
  }

  /** Forgets who is at the window after the next longer idleness. */
  public void nextLock() {
    int at = LOCKS.indexOf(roster.get().lockAfterSeconds());
    put(roster.get().levels(), LOCKS.get((at + 1) % LOCKS.size()));
  }

  /** A refund needs a reason from now on, or no more. */
  public void nextReason() {
    StaffJson.Roster now = roster.get();
    StaffJson.Rules rules =
        new StaffJson.Rules(now.levels(), now.lockAfterSeconds(), !now.needsRefundReason());
    change(() -> staff.get().putRules(rules));
  }

  private void put(Map<String, String> levels, long lockAfterSeconds) {
    StaffJson.Rules rules = new StaffJson.Rules(levels, lockAfterSeconds, null);
    change(() -> staff.get().putRules(rules));
  }

  private void change(Runnable work) {
    background.tell(
        work,
        () -> {
          name.set("");
          forget();
          refresh();
        },
        this::failed);
  }

  private boolean pinIsTyped() {
    boolean right = pin.get().matches(PIN);
    if (!right) {
      said.accept(Message.of(Tone.CAREFUL, "staff.pin.short"));
    }
    return right;
  }

  private void failed(RuntimeException e) {
    said.accept(Message.of(e));
  }

  /** Forgets the typed PIN. */
  public void forget() {
    pin.set("");
  }

  /** How things stand; null before the first answer. */
  public ReadOnlyObjectProperty<StaffJson.Roster> roster() {
    return roster.getReadOnlyProperty();
  }

  /** What was done with a PIN, newest first. */
  public ObservableList<StaffJson.Action> actions() {
    return actions;
  }

  public StringProperty name() {
    return name;
  }

  public StringProperty pin() {
    return pin;
  }
}
