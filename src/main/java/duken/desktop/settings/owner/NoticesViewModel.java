package duken.desktop.settings.owner;

import duken.api.EngineApi;
import duken.api.EngineProblem;
import duken.api.owner.OwnerNoticesJson;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.SingleAction;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How the owner is told off the till. */
public final class NoticesViewModel {

  private static final String NONE = "0";

  private final EngineApi engine;
  private final Background background;
  private final SingleAction change;
  private final SingleAction test;
  private final ReadOnlyObjectWrapper<OwnerNoticesJson> known = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<OwnerNoticesJson.Tested> tested =
      new ReadOnlyObjectWrapper<>();
  private final Field token = new Field("token");
  private final Field chat = new Field("chat");
  private final Field refund = new Field("refund_above");
  private final Field minutes = new Field("silent_minutes");
  private final List<Field> fields = List.of(token, chat, refund, minutes);

  /** One field: what is typed, and what is wrong with it. */
  static final class Field {
    private final String name;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<String> wrong = new SimpleObjectProperty<>();

    private Field(String name) {
      this.name = name;
      text.addListener(_ -> wrong.set(null));
    }

    StringProperty text() {
      return text;
    }

    ReadOnlyObjectProperty<String> wrong() {
      return wrong;
    }

    private String typed() {
      return text.get().isBlank() ? null : text.get().strip();
    }
  }

  /** Nothing is asked before {@link #refresh}. */
  public NoticesViewModel(EngineApi engine, Background background) {
    this.engine = engine;
    this.background = background;
    change = new SingleAction(background);
    test = new SingleAction(background);
  }

  /** Asks how it stands. */
  public void refresh(Consumer<RuntimeException> failed) {
    background.ask(() -> engine.owner().notices(), this::told, failed);
  }

  /**
   * Saves what was typed; the first token also switches the messages on.
   *
   * @param language in which the owner is told from now on
   */
  public void save(String language, Runnable saved, Consumer<RuntimeException> failed) {
    Integer silent = silentMinutes();
    String above = refundAbove();
    if (minutes.wrong.get() != null || refund.wrong.get() != null) {
      return;
    }
    boolean first = known.get() == null || !known.get().tokenSet();
    send(
        new OwnerNoticesJson.Change(
            first ? Boolean.TRUE : null, token.typed(), chat.typed(), language, above, silent),
        saved,
        failed);
  }

  /** Switches the messages on or off. */
  public void enable(boolean on, Consumer<RuntimeException> failed) {
    send(new OwnerNoticesJson.Change(on, null, null, null, null, null), () -> {}, failed);
  }

  /** Sends a test to what is saved. */
  public void test(Consumer<RuntimeException> failed) {
    if (!test.isBusy()) {
      tested.set(null);
      test.ask(() -> engine.owner().testNotice(), tested::set, failed);
    }
  }

  /** The person leaves: a typed token is forgotten. */
  public void forget() {
    token.text.set("");
    tested.set(null);
  }

  private Integer silentMinutes() {
    if (minutes.typed() == null) {
      return null;
    }
    try {
      return Integer.valueOf(minutes.typed());
    } catch (NumberFormatException _) {
      minutes.wrong.set("settings.notices.minutes.wrong");
      return null;
    }
  }

  private String refundAbove() {
    Sums.Typed typed = Sums.read(refund.text.get());
    if (typed.money() != null) {
      return typed.money().toWire();
    }
    if (typed.fault() != Sums.Fault.EMPTY && typed.fault() != Sums.Fault.TOO_SMALL) {
      refund.wrong.set(
          typed.fault() == Sums.Fault.AMBIGUOUS
              ? "refund.amount.ambiguous"
              : "settings.notices.refund.wrong");
    }
    return NONE;
  }

  private void send(
      OwnerNoticesJson.Change wanted, Runnable done, Consumer<RuntimeException> failed) {
    change.ask(
        () -> engine.owner().changeNotices(wanted),
        answer -> {
          told(answer);
          token.text.set("");
          done.run();
        },
        e -> refused(e, failed));
  }

  private void refused(RuntimeException e, Consumer<RuntimeException> failed) {
    boolean ours = false;
    if (e instanceof EngineProblem said) {
      for (Field field : fields) {
        if (said.fields().containsKey(field.name)) {
          field.wrong.set(String.join(" ", said.fields().getOrDefault(field.name, List.of())));
          ours = true;
        }
      }
    }
    if (!ours) {
      failed.accept(e);
    }
  }

  private void told(OwnerNoticesJson now) {
    known.set(now);
    chat.text.set(now.chat() == null ? "" : now.chat());
    refund.text.set(now.refundAbove() == null ? "" : Sums.bare(Sums.ofWire(now.refundAbove())));
    minutes.text.set(now.silentMinutes() == null ? "" : now.silentMinutes().toString());
  }

  Field token() {
    return token;
  }

  Field chat() {
    return chat;
  }

  Field refund() {
    return refund;
  }

  Field minutes() {
    return minutes;
  }

  /** How it stands, or null before it was told. */
  public ReadOnlyObjectProperty<OwnerNoticesJson> known() {
    return known.getReadOnlyProperty();
  }

  /** The outcome of the last test, or null. */
  public ReadOnlyObjectProperty<OwnerNoticesJson.Tested> tested() {
    return tested.getReadOnlyProperty();
  }

  /** Whether a test is under way. */
  public ReadOnlyBooleanProperty testing() {
    return test.busy();
  }

  /** Whether a change is being saved. */
  public ReadOnlyBooleanProperty busy() {
    return change.busy();
  }
}
