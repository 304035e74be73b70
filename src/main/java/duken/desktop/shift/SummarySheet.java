package duken.desktop.shift;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.qr.QrPicture;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** A shift in a few lines for the owner: to read, to copy, or to scan with a phone. */
final class SummarySheet {

  private static final double WIDTH = 820;
  private static final double QR = 340;

  private final DeskContext context;

  SummarySheet(DeskContext context) {
    this.context = context;
  }

  /** Shows it; Enter copies. */
  void open(String summary, long number) {
    Texts texts = context.texts();
    Label words = new Label(summary);
    words.setId("shift-summary");
    words.setWrapText(true);
    words.getStyleClass().add("section-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    QrPicture picture = new QrPicture();
    picture.setMinSize(QR, QR);
    picture.setPrefSize(QR, QR);
    picture.setMaxSize(QR, QR);
    picture.accessibleTextProperty().bind(texts.of("shift.owner.qr"));
    picture.show(summary);
    HBox body = new HBox(24, words, picture);
    body.setAlignment(Pos.TOP_LEFT);
    Sheet sheet = new Sheet(texts.of("shift.owner.title", number), body, WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton copy =
        new KeyButton(
                Material2RoundAL.CONTENT_COPY, Hotkeys.key(KeyCode.ENTER), () -> copy(summary))
            .captioned(texts, "shift.action.copy")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("primary");
    copy.setId("shift-copy");
    context.navigator().open(sheet.with(back, copy));
  }

  private void copy(String summary) {
    ClipboardContent content = new ClipboardContent();
    content.putString(summary);
    Clipboard.getSystemClipboard().setContent(content);
    context.navigator().closeSheet();
    context.navigator().say(Message.of(Tone.GOOD, "shift.copied"));
  }
}
