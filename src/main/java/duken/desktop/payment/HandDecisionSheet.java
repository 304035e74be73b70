package duken.desktop.payment;

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

/** The owner decides what no bank tells, and says how he knows: it is kept with the sale. */
final class HandDecisionSheet {

  private static final double WIDTH = 660;
  private static final int LONGEST_REASON = 200;

  private HandDecisionSheet() {}

  /**
   * Opens the sheet.
   *
   * @param key beginning of its texts, {@code payment.look.paid.}
   * @param books whether money is booked by it
   * @param decided gets the reason
   */
  static void open(DeskContext context, String key, boolean books, Consumer<String> decided) {
    Texts texts = context.texts();
    Label hint = new WrappedLabel("sheet-words");
    texts.bind(hint.textProperty(), key + "hint");
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), "payment.look.reason");
    TextField reason = new TextField();
    reason.setId("payment-look-reason");
    reason.getStyleClass().add("big-field");
    texts.bind(reason.promptTextProperty(), key + "reason");
    Sheet sheet =
        new Sheet(texts.of(key + "title"), new VBox(10, hint, new VBox(4, name, reason)), WIDTH);
    KeyButton no =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton yes =
        new KeyButton(
                Material2RoundAL.CHECK,
                Hotkeys.key(KeyCode.ENTER),
                () -> {
                  String why = reason.getText().strip();
                  context.navigator().closeSheet();
                  decided.accept(why);
                })
            .captioned(texts, "payment.look.confirm")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled(books ? "danger-solid" : "primary");
    yes.setId("payment-look-confirm");
    yes.disableProperty()
        .bind(
            reason
                .textProperty()
                .map(text -> text.isBlank() || text.strip().length() > LONGEST_REASON));
    context.navigator().open(sheet.with(no, yes));
    reason.requestFocus();
  }
}
