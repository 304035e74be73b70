package duken.desktop.till;

import duken.api.EngineApi;
import duken.desktop.kit.Background;
import duken.desktop.kit.Phones;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Whose phone it is: asked once the number is whole, so that a cashier sees a stranger's name
 * before the bill is sent. A bank that is slow to tell, or does not, holds nobody up.
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

  private final EngineApi engine;
  private final Background background;
  private final Predicate<String> can;
  private final ReadOnlyStringWrapper digits = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.TYPING);
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");

  private boolean asking;

  PayerLookup(EngineApi engine, Background background, Predicate<String> can) {
    this.engine = engine;
    this.background = background;
    this.can = can;
  }

  /** The national digits typed so far. */
  public ReadOnlyStringProperty digitsProperty() {
    return digits.getReadOnlyProperty();
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

  /** The number is now these national digits. */
  void digits(String next) {
    if (next.equals(digits.get())) {
      return;
    }
    digits.set(next);
    name.set("");
    if (next.length() < Phones.DIGITS) {
      stage.set(Stage.TYPING);
    } else if (can.test("payer_lookup")) {
      ask(next);
    } else {
      stage.set(Stage.UNKNOWN);
    }
  }

  /**
   * One question at a time; a number typed meanwhile is asked about right after, the last alone.
   */
  private void ask(String number) {
    stage.set(Stage.ASKING);
    if (asking) {
      return;
    }
    asking = true;
    background.ask(
        () -> {
          String found = engine.payerName("8" + number);
          return found == null ? "" : found;
        },
        found -> answered(number, found),
        _ -> answered(number, ""));
  }

  private void answered(String number, String found) {
    asking = false;
    if (number.equals(digits.get())) {
      name.set(found);
      stage.set(found.isEmpty() ? Stage.UNKNOWN : Stage.KNOWN);
    } else if (stage.get() == Stage.ASKING) {
      ask(digits.get());
    }
  }
}
