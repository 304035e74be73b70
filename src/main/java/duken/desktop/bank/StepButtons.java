package duken.desktop.bank;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.text.Texts;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** The buttons of the steps: Enter goes on, Esc goes back, anything else is quiet. */
final class StepButtons {

  private final BankViewModel model;
  private final Texts texts;
  private final Hotkeys keys;

  StepButtons(BankViewModel model, Texts texts, Hotkeys keys) {
    this.model = model;
    this.texts = texts;
    this.keys = keys;
  }

  KeyButton next(String textKey, Ikon icon, Runnable action) {
    return KeyButton.of(texts, textKey, icon, Hotkeys.key(KeyCode.ENTER), keys, action)
        .styled("primary");
  }

  /** Goes on by asking the bank, and says so as long as the bank is asked. */
  KeyButton ask(String textKey, Ikon icon, Runnable action) {
    KeyButton button = next(textKey, icon, action);
    model
        .talk()
        .busyProperty()
        .subscribe(busy -> texts.bind(button.captionProperty(), busy ? "bank.asking" : textKey));
    return button;
  }

  KeyButton quiet(String textKey, Ikon icon, KeyCode key, Runnable action) {
    return KeyButton.of(texts, textKey, icon, Hotkeys.key(key), keys, action).styled("quiet");
  }

  /** Goes back; Esc is the pane's, for all steps. */
  KeyButton back() {
    return new KeyButton(Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), model::back)
        .captioned(texts, "bank.action.back")
        .styled("quiet");
  }
}
