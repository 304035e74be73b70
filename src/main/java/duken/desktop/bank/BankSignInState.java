package duken.desktop.bank;

import duken.api.BankJson;
import duken.desktop.kit.Message;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.Countdown;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is known of the account, what came of the last step, and whether one is under way. */
public final class BankSignInState {

  private static final long MILLIS = 1000;

  private final Background background;
  private final Countdown smsPause;
  private final ReadOnlyObjectWrapper<BankJson.Status> status = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Message>> said = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyLongWrapper smsWait = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  BankSignInState(Background background, LongSupplier nanoTime) {
    this.background = background;
    smsPause = new Countdown(nanoTime);
    smsPause.anchor(0);
  }

  /** How the account stands, null before it is known. */
  public ReadOnlyObjectProperty<BankJson.Status> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** What came of the last step, sentence by sentence; may be empty. */
  public ReadOnlyObjectProperty<List<Message>> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Seconds until another SMS may be asked for. */
  public ReadOnlyLongProperty smsWaitProperty() {
    return smsWait.getReadOnlyProperty();
  }

  /** Whether the engine is being asked for something that a human wants. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  boolean isBusy() {
    return busy.get();
  }

  void say(List<Message> sentences) {
    said.set(sentences);
  }

  void beat() {
    smsWait.set(smsPause.secondsLeft());
  }

  void take(BankJson.Status now) {
    status.set(now);
    smsPause.anchor(now.progress().smsWaitSeconds() * MILLIS);
    beat();
  }

  /** Does one thing a human wants, unless another is under way. Never repeated by itself. */
  <T> void act(Supplier<T> work, Consumer<T> done, Runnable failed) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    said.set(List.of());
    background.ask(
        work,
        result -> {
          busy.set(false);
          done.accept(result);
        },
        failure -> {
          busy.set(false);
          said.set(List.of(Message.of(failure)));
          failed.run();
        });
  }

  /** Asks quietly; no answer is no news. */
  void look(Supplier<BankJson.Status> question, Consumer<BankJson.Status> answered) {
    background.ask(
        question,
        now -> {
          take(now);
          answered.accept(now);
        },
        _ -> {
          // The feed tells when the engine is back.
        });
  }
}
