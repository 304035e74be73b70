package duken.desktop.bank;

import duken.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where digits are typed: what they are, how they stand, words about them, and the pad. */
final class DigitEntry extends HBox {

  DigitEntry(BankViewModel model, Texts texts, String captionKey, DigitBox digits, Label... words) {
    super(24);
    Label caption = new Label();
    caption.getStyleClass().add("field-label");
    texts.bind(caption.textProperty(), captionKey);
    VBox entry = new VBox(10, caption, digits);
    entry.getChildren().addAll(words);
    HBox.setHgrow(entry, Priority.ALWAYS);
    getChildren().addAll(entry, new DigitPad(model::type, model::backspace));
  }
}
