package duken.desktop.settings.keys;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** A secret that is shown once, with a button that copies it. There only while there is one. */
public final class ShownSecret extends VBox {

  private final DeskContext context;
  private final TextField secret = new TextField();

  /**
   * A box for whatever {@code shown} holds.
   *
   * @param textKey the sentence above
   * @param shown the secret, or null
   */
  public ShownSecret(
      DeskContext context, Hotkeys keys, String textKey, ObservableValue<String> shown) {
    this.context = context;
    Texts texts = context.texts();
    Label words = new WrappedLabel("section-words");
    texts.bind(words.textProperty(), textKey);
    secret.setEditable(false);
    secret.getStyleClass().addAll("big-field", "secret");
    KeyButton copy =
        new KeyButton(Material2RoundAL.CONTENT_COPY, Hotkeys.ctrl(KeyCode.C), this::copy)
            .captioned(texts, "settings.action.copy")
            .wire(keys, Hotkeys.ctrl(KeyCode.C))
            .styled("primary");
    copy.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(secret, Priority.ALWAYS);
    getStyleClass().addAll("card", "secret-box");
    setSpacing(12);
    getChildren().addAll(words, new HBox(10, secret, copy));
    managedProperty().bind(visibleProperty());
    shown.subscribe(
        now -> {
          secret.setText(now == null ? "" : now);
          setVisible(now != null);
        });
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(secret.getText());
    Clipboard.getSystemClipboard().setContent(content);
    context.navigator().say(Message.of(Tone.GOOD, "settings.copied"));
  }
}
