package duken.desktop.bank;

import duken.api.BankJson;
import duken.api.EngineApi;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.task.Background;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Connecting the shop's own account: the notice, the phone number, the code. Each step is taken by
 * a human and never repeated by itself: an SMS and an attempt cost something. What waits for a code
 * waits in the engine, so that it survives this screen and this window.
 */
public final class BankViewModel {

  private final EngineApi engine;
  private final BankSignInState signIn;
  private final CityChoice city;
  private final TypedDigits digits = new TypedDigits();
  private final ReadOnlyObjectWrapper<BankPage> page =
      new ReadOnlyObjectWrapper<>(BankPage.STANDING);
  private final ReadOnlyStringWrapper bankText = new ReadOnlyStringWrapper("");
  private final BooleanProperty accepted = new SimpleBooleanProperty();

  /**
   * Nothing known yet.
   *
   * @param nanoTime a monotonic clock in nanoseconds, for the pause between two SMS
   */
  public BankViewModel(EngineApi engine, Background background, LongSupplier nanoTime) {
    this.engine = engine;
    signIn = new BankSignInState(background, nanoTime);
    city = new CityChoice(engine, signIn);
  }

  /** The screen shows: a sign-in that waits for its code goes on. */
  public void shown() {
    signIn.look(
        () -> engine.bank().status(),
        now -> {
          if (page.get() == BankPage.STANDING && now.progress().codeAwaited()) {
            page.set(BankPage.CODE);
          }
        });
  }

  /** The screen does not show any more: a code is nobody else's business. */
  public void hidden() {
    digits.forgetCode();
  }

  public void told(BankJson.Status news) {
    if (news == null || signIn.isBusy()) {
      return;
    }
    signIn.take(news);
    if (page.get() == BankPage.CODE && !news.progress().codeAwaited()) {
      // That may be older than the SMS: it is asked before anything is said.
      look();
    }
  }

  public void beat() {
    signIn.beat();
  }

  /** The first step that is needed. */
  public void connect() {
    BankJson.Status now = signIn.statusProperty().get();
    if (now == null || now.provider() == null || signIn.isBusy()) {
      return;
    }
    signIn.say(List.of());
    page.set(
        now.progress().codeAwaited()
            ? BankPage.CODE
            : now.progress().noticeAccepted() ? BankPage.PHONE : BankPage.NOTICE);
  }

  /** Shows the notice once more. */
  public void readNotice() {
    turnTo(BankPage.NOTICE);
  }

  /** Goes on to the number, once the notice is accepted. */
  public void accept() {
    if (page.get() == BankPage.NOTICE && accepted.get()) {
      page.set(BankPage.PHONE);
    }
  }

  /** Has the bank send an SMS, if the number is whole and the last SMS is long enough ago. */
  public void sendCode() {
    if (digits.isPhoneWhole() && signIn.smsWaitProperty().get() == 0) {
      BankJson.SignIn signIn =
          new BankJson.SignIn(
              digits.phoneProperty().get().phone().orElseThrow().canonical(), accepted.get());
      act(() -> engine.bank().sendCode(signIn), this::stepped);
    }
  }

  /** Another SMS to the same number; after a restart the number has to be typed again. */
  public void resend() {
    if (digits.isPhoneWhole()) {
      sendCode();
    } else {
      otherNumber();
    }
  }

  /** Goes back to the number; the code that was sent still counts until another is asked for. */
  public void otherNumber() {
    turnTo(BankPage.PHONE);
  }

  /** Goes on with the typed code, if it is long enough. */
  public void enterCode() {
    if (digits.isCodeLong()) {
      String typed = digits.codeProperty().get();
      act(() -> engine.bank().enterCode(typed), this::stepped);
    }
  }

  /** Forgets the sign-in that waits for its code. */
  public void cancelSignIn() {
    act(
        () -> {
          engine.bank().cancelSignIn();
          return engine.bank().status();
        },
        now -> {
          signIn.take(now);
          page.set(BankPage.STANDING);
        });
  }

  /** Asks the bank whether the session lives. */
  public void probe() {
    act(
        () -> engine.bank().probe(),
        now -> {
          signIn.take(now);
          if (now.connection().equals("connected")) {
            signIn.say(
                now.line().reachable()
                    ? List.of(Message.of(Tone.GOOD, "bank.probe.good"))
                    : BankWords.of("unreachable"));
          }
        });
  }

  public void disconnect() {
    act(
        () -> engine.bank().disconnect(),
        now -> {
          signIn.take(now);
          page.set(BankPage.STANDING);
          signIn.say(List.of(Message.of(Tone.PLAIN, "bank.disconnected")));
        });
  }

  /** One step back; answers whether there was one. */
  public boolean back() {
    if (page.get() == BankPage.STANDING) {
      return false;
    }
    if (!signIn.isBusy()) {
      signIn.say(List.of());
      digits.forgetCode();
      BankJson.Status now = signIn.statusProperty().get();
      boolean unread = now == null || !now.progress().noticeAccepted();
      page.set(page.get() == BankPage.PHONE && unread ? BankPage.NOTICE : BankPage.STANDING);
    }
    return true;
  }

  /** Characters were typed; answers whether they meant anything here. */
  public boolean type(String text) {
    return !signIn.isBusy() && digits.type(page.get(), text);
  }

  /** Takes the last digit away; answers whether something is being typed here. */
  public boolean backspace() {
    return !signIn.isBusy() && digits.backspace(page.get());
  }

  /** What was pasted replaces what is typed into; answers whether it meant anything here. */
  public boolean paste(String text) {
    return text != null && !signIn.isBusy() && digits.paste(page.get(), text);
  }

  private void turnTo(BankPage next) {
    if (!signIn.isBusy()) {
      signIn.say(List.of());
      page.set(next);
    }
  }

  private <T> void act(Supplier<T> work, Consumer<T> done) {
    signIn.act(
        work,
        done,
        () -> {
          digits.forgetCode();
          look();
        });
  }

  private void stepped(BankJson.Step step) {
    signIn.take(step.status());
    digits.forgetCode();
    switch (step.step()) {
      case "code_sent" -> {
        bankText.set(step.bankText() == null ? "" : step.bankText().strip());
        if (page.get() == BankPage.CODE) {
          signIn.say(List.of(Message.of(Tone.CAREFUL, "bank.code.again")));
        }
        page.set(BankPage.CODE);
      }
      case "wrong_code" -> signIn.say(List.of(Message.of(Tone.BAD, "bank.wrong_code")));
      case "connected" -> {
        page.set(BankPage.STANDING);
        city.after(step.status());
        signIn.say(List.of(connected(step.status().account().organization())));
      }
      default -> {
        digits.stopped(step.trouble());
        boolean mayBeRight = page.get() == BankPage.CODE && step.status().progress().codeAwaited();
        signIn.say(
            mayBeRight ? List.of(Message.of(Tone.BAD, "bank.code.unsure")) : BankWords.of(step));
        if (page.get() == BankPage.CODE && !step.status().progress().codeAwaited()) {
          page.set(BankPage.STANDING);
        }
      }
    }
  }

  private static Message connected(String shop) {
    return shop == null
        ? Message.of(Tone.GOOD, "bank.connected")
        : Message.of(Tone.GOOD, "bank.connected.as", shop);
  }

  /** Asks the engine how it is now; nothing is asked of the bank. */
  private void look() {
    signIn.look(() -> engine.bank().status(), this::seen);
  }

  private void seen(BankJson.Status now) {
    boolean silent = signIn.saidProperty().get().isEmpty();
    if (page.get() == BankPage.CODE && !now.progress().codeAwaited() && !signIn.isBusy()) {
      page.set(BankPage.STANDING);
      if (silent && !now.connection().equals("connected")) {
        signIn.say(BankWords.of("timed_out"));
      }
    } else if (page.get() == BankPage.PHONE && now.progress().codeAwaited() && !silent) {
      // The answer was lost, but the SMS was sent.
      page.set(BankPage.CODE);
    }
  }

  /** How the account stands and what came of the last step. */
  public BankSignInState talk() {
    return signIn;
  }

  public CityChoice city() {
    return city;
  }

  /** The number and the code as they are typed. */
  public TypedDigits digits() {
    return digits;
  }

  public ReadOnlyObjectProperty<BankPage> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** The bank's own words about the SMS; may be empty. */
  public ReadOnlyStringProperty bankTextProperty() {
    return bankText.getReadOnlyProperty();
  }

  /** Whether the notice is accepted. */
  public BooleanProperty acceptedProperty() {
    return accepted;
  }
}
