package duken.desktop.settings.verify;

import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** For the shop's programmer: how to tell that the till has sent a message, ready to be copied. */
public final class VerifyCodeSheet {

  private static final double WIDTH = 900;
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4
  };

  private final DeskContext context;
  private final Label code = new Label();
  private final Map<Language, ChoiceButton> choices = new EnumMap<>(Language.class);

  private VerifyCodeSheet(DeskContext context) {
    this.context = context;
  }

  /** A language the shop's program may be written in. */
  enum Language {
    PHP("PHP"),
    JS("JavaScript"),
    PYTHON("Python"),
    JAVA("Java");

    private final String name;

    Language(String name) {
      this.name = name;
    }

    /** A few lines that compare the signature of a message with its secret. */
    String code() {
      String file = "/duken/desktop/verify/" + name().toLowerCase(Locale.ROOT) + ".txt";
      try (InputStream stream = VerifyCodeSheet.class.getResourceAsStream(file)) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Opens the sheet. */
  public static void open(DeskContext context) {
    new VerifyCodeSheet(context).open();
  }

  private void open() {
    Label hint = new WrappedLabel("sheet-words");
    context.texts().bind(hint.textProperty(), "settings.webhook.verify.hint");
    code.getStyleClass().add("code-lines");
    code.setId("verify-code");
    HBox languages = new HBox(8);
    Sheet sheet =
        new Sheet(
            context.texts().of("settings.webhook.verify.title"),
            new VBox(12, hint, languages, code),
            WIDTH);
    for (Language language : Language.values()) {
      ChoiceButton choice =
          new ChoiceButton(
              language.name,
              Hotkeys.ctrl(DIGITS[language.ordinal()]),
              sheet.keys(),
              () -> show(language));
      choices.put(language, choice);
      languages.getChildren().add(choice);
    }
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(context.texts(), "question.no");
    KeyButton copy =
        new KeyButton(Material2RoundAL.CONTENT_COPY, Hotkeys.ctrl(KeyCode.C), this::copy)
            .captioned(context.texts(), "settings.action.copy")
            .wire(sheet.keys(), Hotkeys.ctrl(KeyCode.C))
            .styled("primary");
    show(Language.PHP);
    context.navigator().open(sheet.with(back, copy));
  }

  private void show(Language language) {
    code.setText(language.code());
    choices.forEach((each, choice) -> choice.choose(each == language));
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(code.getText());
    Clipboard.getSystemClipboard().setContent(content);
    context.navigator().say(Message.of(Tone.GOOD, "settings.copied"));
  }
}
