package duken.desktop.orders;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.DeskPreferences;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * Whether a new order makes a sound. Turned on, it lets the cashier hear it, or says that this
 * computer has none.
 */
final class SoundButton {

  private final KeyButton button;
  private final DeskPreferences preferences;
  private final DeskContext context;
  private final Supplier<Boolean> sound;

  /**
   * @param sound plays it; answers whether this computer can
   */
  SoundButton(DeskContext context, Hotkeys keys, Supplier<Boolean> sound) {
    this.context = context;
    this.preferences = context.preferences();
    this.sound = sound;
    var key = Hotkeys.ctrl(KeyCode.M);
    button = new KeyButton(Material2RoundMZ.VOLUME_OFF, key, this::turn).wire(keys, key);
    button.setId("orders-sound");
    show();
  }

  KeyButton button() {
    return button;
  }

  private void turn() {
    preferences.orderSound(!preferences.orderSound());
    show();
    if (preferences.orderSound()) {
      context.background().ask(sound, this::heard, _ -> heard(false));
    }
  }

  private void heard(boolean played) {
    if (!played) {
      context.navigator().say(Message.of(Tone.CAREFUL, "orders.sound.none"));
    }
  }

  private void show() {
    boolean on = preferences.orderSound();
    button.captionProperty().unbind();
    button.captioned(context.texts(), on ? "orders.action.sound.on" : "orders.action.sound.off");
    button.icon().setIconCode(on ? Material2RoundMZ.VOLUME_UP : Material2RoundMZ.VOLUME_OFF);
  }
}
