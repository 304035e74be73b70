package duken.desktop.staff;

import duken.api.EngineProblem;
import duken.api.staff.StaffApi;
import duken.api.staff.StaffJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.PinPrompt;
import duken.desktop.kit.task.Background;
import duken.desktop.kit.task.Heartbeat;
import duken.desktop.text.Texts;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/**
 * Asks for PINs when the engine wants them, and forgets who is at the window once nobody has
 * touched it for a while. Where sales need a PIN the window then stays locked until the next one.
 */
public final class StaffDesk implements PinPrompt {

  private final Supplier<StaffApi> staff;
  private final Background background;
  private final Texts texts;
  private final Overlay overlay;
  private final Heartbeat heartbeat;
  private final LongSupplier nanoTime;

  private boolean asking;
  private boolean salesNeedPin;
  private Duration lockAfter = Duration.ZERO;
  private long touchedAt;
  private boolean idle;
  private Subscription beats = Subscription.EMPTY;

  /**
   * What covers the whole window.
   *
   * @param show covers it; keys go to the cover only
   * @param hide takes the cover away
   */
  public record Overlay(BiConsumer<Node, Hotkeys> show, Runnable hide) {}

  /**
   * @param staff asked from virtual threads
   * @param nanoTime a monotonic clock in nanoseconds
   */
  public StaffDesk(
      Supplier<StaffApi> staff,
      Background background,
      Texts texts,
      Overlay overlay,
      Heartbeat heartbeat,
      LongSupplier nanoTime) {
    this.staff = staff;
    this.background = background;
    this.texts = texts;
    this.overlay = overlay;
    this.heartbeat = heartbeat;
    this.nanoTime = nanoTime;
    this.touchedAt = nanoTime.getAsLong();
  }

  /** Reads the shop's rules, and locks the window at once where sales need a PIN. */
  public void begin() {
    background.ask(
        () -> staff.get().roster(),
        roster -> {
          follow(roster);
          if (salesNeedPin) {
            lock();
          }
        },
        _ -> {
          // An engine that does not answer refuses by itself once it does.
        });
  }

  /** Works by these rules from now on. */
  public void follow(StaffJson.Roster roster) {
    boolean anybody = !roster.members().isEmpty();
    salesNeedPin = anybody && !"nobody".equals(roster.levels().get("sale"));
    lockAfter = anybody ? Duration.ofSeconds(roster.lockAfterSeconds()) : Duration.ZERO;
    close();
    if (!lockAfter.isZero()) {
      beats = heartbeat.listen(this::beat);
    }
  }

  /** Looks at the clock no more. */
  public void close() {
    beats.unsubscribe();
    beats = Subscription.EMPTY;
  }

  /** Somebody pressed a key or moved the mouse. */
  public void touched() {
    touchedAt = nanoTime.getAsLong();
    idle = false;
  }

  private void beat() {
    boolean left = !lockAfter.isZero() && nanoTime.getAsLong() - touchedAt >= lockAfter.toNanos();
    if (left && !idle) {
      idle = true;
      leave();
    }
  }

  /** Whoever is at the window goes. */
  public void leave() {
    background.tell(
        () -> staff.get().signOut(),
        () -> {},
        _ -> {
          // What proved the PIN is forgotten here whatever the engine heard.
        });
    if (salesNeedPin) {
      lock();
    }
  }

  @Override
  public boolean asks(EngineProblem refusal, Runnable again, Runnable givenUp) {
    boolean owner = refusal.code().equals("OWNER_PIN_REQUIRED");
    if (asking || !(owner || refusal.code().equals("PIN_REQUIRED"))) {
      return false;
    }
    ask(owner, owner ? "staff.pin.owner" : "staff.pin.any", again, givenUp);
    return true;
  }

  @Override
  public void spent() {
    staff.get().dropApproval();
  }

  private void lock() {
    if (!asking) {
      ask(false, "staff.pin.locked", () -> {}, null);
    }
  }

  private void ask(boolean owner, String titleKey, Runnable again, Runnable givenUp) {
    asking = true;
    PinViewModel model =
        new PinViewModel(
            staff,
            background,
            owner,
            () -> {
              hide();
              again.run();
            });
    Runnable leave =
        givenUp == null
            ? null
            : () -> {
              model.forget();
              hide();
              givenUp.run();
            };
    PinView view = new PinView(model, texts, titleKey, leave);
    overlay.show().accept(view, view.keys());
    view.takeFocus();
    model.load();
  }

  private void hide() {
    asking = false;
    overlay.hide().run();
  }
}
