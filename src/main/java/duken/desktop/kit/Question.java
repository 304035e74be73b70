package duken.desktop.kit;

import duken.desktop.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/**
 * A sheet that asks whether something is meant. Esc leaves everything as it is, Enter does it.
 *
 * @param key first part of the text keys with the dot at its end; {@code title}, {@code hint} and
 *     {@code do} follow
 * @param args for the places in all three
 * @param icon of the button that does it
 * @param danger whether it cannot be undone
 */
public record Question(String key, Object[] args, Ikon icon, boolean danger) {

  private static final double WIDTH = 620;

  /**
   * The sheet.
   *
   * @param open shows it, {@code navigator::open}
   * @param close takes it away, {@code navigator::closeSheet}
   * @param yes what to do when it is meant; the sheet is closed before
   */
  public void ask(Texts texts, Consumer<Sheet> open, Runnable close, Runnable yes) {
    Label hint = new Label();
    hint.setWrapText(true);
    hint.getStyleClass().add("sheet-words");
    texts.bind(hint.textProperty(), key + "hint", args);
    Sheet sheet = new Sheet(texts.of(key + "title", args), hint, WIDTH);
    KeyButton no =
        new KeyButton(Material2RoundAL.ARROW_BACK, Hotkeys.key(KeyCode.ESCAPE), close)
            .captioned(texts, "question.no");
    KeyButton sure =
        new KeyButton(
                icon,
                Hotkeys.key(KeyCode.ENTER),
                () -> {
                  close.run();
                  yes.run();
                })
            .captioned(texts, key + "do", args)
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled(danger ? "danger-solid" : "primary");
    sure.setId("question-yes");
    open.accept(sheet.with(no, sure));
  }
}
