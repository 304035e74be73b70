package duken.desktop.shell;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.task.Heartbeat;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/**
 * Digits begin the next sale wherever nothing else takes them: nobody has to go to the till first.
 * They wait until it is sure that no scanner typed them, for a scan leads nowhere.
 */
final class NextSale {

  private static final String TILL = "till";

  /** Longer than a scanner pauses within a code. */
  private static final long SURELY_A_HAND = 150_000_000;

  private final Hotkeys keys = new Hotkeys();
  private final Supplier<Hotkeys> tillKeys;
  private final Supplier<String> here;
  private final Consumer<String> go;
  private final Heartbeat heartbeat;
  private final LongSupplier nanoTime;
  private Subscription waiting = Subscription.EMPTY;
  private String digits = "";
  private long typedAt;

  /**
   * @param tillKeys answers the keys of the till, null before it was first shown
   * @param here answers where the window is, null when something lies above it
   * @param go leads to a place
   */
  NextSale(
      Supplier<Hotkeys> tillKeys,
      Supplier<String> here,
      Consumer<String> go,
      Heartbeat heartbeat,
      LongSupplier nanoTime) {
    this.tillKeys = tillKeys;
    this.here = here;
    this.go = go;
    this.heartbeat = heartbeat;
    this.nanoTime = nanoTime;
    keys.onTyped(this::typed);
    keys.beforeAll(this::pressed);
    keys.remembering(
        () -> {
          String before = digits;
          return () -> digits = before;
        });
  }

  /** Its keys, the last that are asked for typed digits. */
  Hotkeys keys() {
    return keys;
  }

  /** Whether digits wait; the next key is for the sale that they began. */
  boolean isWaiting() {
    return !digits.isEmpty();
  }

  /** A key after the digits goes where they go; that of a further digit is no command. */
  private boolean pressed(KeyEvent event) {
    return !event.getCode().isDigitKey() && begin() && tillKeys.get().pressed(event);
  }

  private boolean typed(String text) {
    String place = here.get();
    boolean digit = text.charAt(0) >= '0' && text.charAt(0) <= '9';
    if (!digit || place == null || TILL.equals(place)) {
      return false;
    }
    digits += text;
    typedAt = nanoTime.getAsLong();
    waiting.unsubscribe();
    waiting = heartbeat.listen(this::beat);
    return true;
  }

  private void beat() {
    if (nanoTime.getAsLong() - typedAt > SURELY_A_HAND) {
      begin();
    }
  }

  private boolean begin() {
    waiting.unsubscribe();
    String typed = digits;
    digits = "";
    if (typed.isEmpty()) {
      return false;
    }
    go.accept(TILL);
    for (int i = 0; i < typed.length(); i++) {
      tillKeys.get().typed(key(typed.substring(i, i + 1)));
    }
    return true;
  }

  private static KeyEvent key(String text) {
    return new KeyEvent(
        Event.NULL_SOURCE_TARGET,
        Event.NULL_SOURCE_TARGET,
        KeyEvent.KEY_TYPED,
        text,
        "",
        KeyCode.UNDEFINED,
        false,
        false,
        false,
        false);
  }
}
