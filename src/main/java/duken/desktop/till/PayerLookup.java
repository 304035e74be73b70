package duken.desktop.till;

import duken.api.EngineApi;
import duken.desktop.kit.format.TypedPhone;
import duken.desktop.kit.task.Background;
import duken.domain.Phone;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Whose phone it is: asked once the number is whole, so that a cashier sees a stranger's name
 * before the bill is sent. A bank that is slow to tell, or does not, holds nobody up. What a
 * scanner types is taken out again before anybody is asked about it.
 */
public final class PayerLookup {

  /** How far the question has come. */
  public enum Stage {
    /** The number is not whole yet. */
    TYPING,
    ASKING,
    /** The bank told a name. */
    KNOWN,
    /** The bank does not tell or did not answer: the bill may still be sent. */
    UNKNOWN
  }

  /** Longer than a scanner needs for its last keys ({@code ScannerBurst}). */
  private static final Duration CERTAINLY_A_HAND = Duration.ofMillis(200);

  private final EngineApi engine;
  private final Background background;
  private final Predicate<String> can;
  private final ReadOnlyObjectWrapper<TypedPhone> number =
      new ReadOnlyObjectWrapper<>(TypedPhone.NONE);
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.TYPING);
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");

  private boolean asking;

  PayerLookup(EngineApi engine, Background background, Predicate<String> can) {
    this.engine = engine;
    this.background = background;
    this.can = can;
  }

  public ReadOnlyObjectProperty<TypedPhone> numberProperty() {
    return number.getReadOnlyProperty();
  }

  /** How far the question has come. */
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** The payer's name, empty while unknown. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** Whether a bill may be sent: the number is whole. A name that is still awaited is no reason. */
  public boolean isReady() {
    return stage.get() != Stage.TYPING;
  }

  /** A digit was typed, or a plus. */
  void type(char c) {
    number(number.get().with(c));
  }

  /** What was pasted replaces what is typed; answers whether it is a number. */
  boolean paste(String text) {
    Optional<TypedPhone> pasted = TypedPhone.pasted(text);
    pasted.ifPresent(this::number);
    return pasted.isPresent();
  }

  /** Takes the last digit away. */
  void backspace() {
    number(number.get().shorter());
  }

  /** Nothing is typed. */
  void clear() {
    number(TypedPhone.NONE);
  }

  /** What is typed now, to be put back by running it. */
  Runnable remember() {
    TypedPhone now = number.get();
    return () -> number(now);
  }

  private void number(TypedPhone next) {
    if (next.equals(number.get())) {
      return;
    }
    number.set(next);
    name.set("");
    if (next.phone().isEmpty()) {
      stage.set(Stage.TYPING);
    } else if (can.test("payer_lookup")) {
      ask(next.phone().get());
    } else {
      stage.set(Stage.UNKNOWN);
    }
  }

  /**
   * One question at a time; a number typed meanwhile is asked about right after, the last alone.
   */
  private void ask(Phone phone) {
    stage.set(Stage.ASKING);
    background.later(CERTAINLY_A_HAND, () -> askOfAHand(phone));
  }

  private void askOfAHand(Phone phone) {
    boolean isStillTyped = phone.equals(number.get().phone().orElse(null));
    if (asking || !isStillTyped || stage.get() != Stage.ASKING) {
      return;
    }
    asking = true;
    background.ask(
        () -> {
          String found = engine.till().payerName(phone.canonical());
          return found == null ? "" : found;
        },
        found -> answered(phone, found),
        _ -> answered(phone, ""));
  }

  private void answered(Phone phone, String found) {
    asking = false;
    Phone now = number.get().phone().orElse(null);
    if (phone.equals(now)) {
      name.set(found);
      stage.set(found.isEmpty() ? Stage.UNKNOWN : Stage.KNOWN);
    } else if (stage.get() == Stage.ASKING) {
      ask(now);
    }
  }
}
