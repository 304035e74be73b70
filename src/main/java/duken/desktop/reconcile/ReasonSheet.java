package duken.desktop.reconcile;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Asks why before something is carried out. */
final class ReasonSheet {

  private static final double WIDTH = 620;
  private static final int LONGEST = 500;

  private final DeskContext context;
  private final Runnable closed;

  /**
   * @param closed what to do once it has gone, however that happens
   */
  ReasonSheet(DeskContext context, Runnable closed) {
    this.context = context;
    this.closed = closed;
  }

  /**
   * Opens it.
   *
   * @param key first part of the text keys with the dot at its end; {@code title}, {@code hint} and
   *     {@code do} follow
   * @param meant gets the reason
   */
  void open(String key, boolean danger, Consumer<String> meant, Object... args) {
    Texts texts = context.texts();
    Label hint = new WrappedLabel("sheet-words");
    texts.bind(hint.textProperty(), key + "hint", args);
    TextField field = new TextField();
    field.setId("reconcile-reason");
    field.getStyleClass().add("big-field");
    field.accessibleTextProperty().bind(texts.of("reconcile.reason"));
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), "reconcile.reason");
    name.setLabelFor(field);
    Sheet sheet =
        new Sheet(
            texts.of(key + "title", args), new VBox(12, hint, new VBox(4, name, field)), WIDTH);
    KeyButton no =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton sure =
        new KeyButton(
                Material2RoundAL.CHECK,
                Hotkeys.key(KeyCode.ENTER),
                () -> {
                  String reason = field.getText().strip();
                  context.navigator().closeSheet();
                  meant.accept(reason.substring(0, Math.min(LONGEST, reason.length())));
                })
            .captioned(texts, key + "do", args)
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled(danger ? "danger-solid" : "primary");
    sure.setId("reconcile-sure");
    sure.disableProperty().bind(field.textProperty().map(String::isBlank));
    context.navigator().open(sheet.with(no, sure).onClosed(closed));
    field.requestFocus();
  }
}
