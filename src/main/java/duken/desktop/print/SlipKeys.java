package duken.desktop.print;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.text.Texts;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The last slip once more, and the drawer: by key wherever sales are made, by button on green. */
public final class SlipKeys {

  private static final KeyCombination AGAIN = Hotkeys.ctrl(KeyCode.R);
  private static final KeyCombination DRAWER = Hotkeys.ctrl(KeyCode.D);

  private final SlipPrinting slips;

  public SlipKeys(SlipPrinting slips) {
    this.slips = slips;
  }

  /** Takes the keys, where there is a printer. */
  public void wire(Hotkeys keys) {
    keys.on(AGAIN, "print.again", () -> does(slips.isThere(), slips::again));
    keys.on(DRAWER, "print.drawer", () -> does(slips.hasDrawer(), slips::kick));
  }

  /** The same as buttons; without a printer there are none. */
  public HBox buttons(Texts texts, Hotkeys keys) {
    HBox row = new HBox(12);
    if (slips.isThere()) {
      row.getChildren()
          .add(button(texts, "again", Material2RoundMZ.PRINT, AGAIN, keys, slips::again));
    }
    if (slips.hasDrawer()) {
      row.getChildren()
          .add(button(texts, "drawer", Material2RoundAL.INBOX, DRAWER, keys, slips::kick));
    }
    row.setManaged(!row.getChildren().isEmpty());
    return row;
  }

  private static KeyButton button(
      Texts texts, String word, Ikon icon, KeyCombination key, Hotkeys keys, Runnable action) {
    KeyButton button =
        KeyButton.of(texts, "print." + word, icon, key, keys, action).styled("on-green");
    button.setId("paid-" + word);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static boolean does(boolean can, Runnable action) {
    if (can) {
      action.run();
    }
    return can;
  }
}
