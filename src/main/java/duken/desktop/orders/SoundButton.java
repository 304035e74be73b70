package duken.desktop.orders;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.shell.DeskPreferences;
import duken.desktop.text.Texts;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Whether a new order makes a sound. */
final class SoundButton {

  private final KeyButton button;
  private final DeskPreferences preferences;
  private final Texts texts;

  SoundButton(DeskPreferences preferences, Texts texts, Hotkeys keys) {
    this.preferences = preferences;
    this.texts = texts;
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
  }

  private void show() {
    boolean on = preferences.orderSound();
    button.captionProperty().unbind();
    button.captioned(texts, on ? "orders.action.sound.on" : "orders.action.sound.off");
    button.icon().setIconCode(on ? Material2RoundMZ.VOLUME_UP : Material2RoundMZ.VOLUME_OFF);
  }
}
