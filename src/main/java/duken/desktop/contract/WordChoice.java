package duken.desktop.contract;

import duken.desktop.kit.ChoiceButton;
import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.DeskContext;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** One of a few words, side by side; the first is chosen to begin with. */
public final class WordChoice extends VBox {

  /** With Ctrl; the lower digits belong to the mode of the till and the choice of ways. */
  private static final KeyCode[] DIGITS = {KeyCode.DIGIT8, KeyCode.DIGIT9, KeyCode.DIGIT0};

  /**
   * A choice named {@code settings.textKey}; each word's text is below it.
   *
   * @param value gets the word
   */
  public WordChoice(
      DeskContext context,
      String textKey,
      ProviderForm.Input input,
      StringProperty value,
      Hotkeys keys) {
    Label label = new Label();
    label.getStyleClass().add("field-label");
    context.texts().bind(label.textProperty(), "settings." + textKey);
    FlowPane row = new FlowPane(10, 10);
    for (int i = 0; i < input.words().size(); i++) {
      String word = input.words().get(i);
      ChoiceButton button =
          ChoiceButton.of(
              context.texts(),
              "settings." + textKey + "." + word,
              Hotkeys.ctrl(DIGITS[i]),
              keys,
              () -> value.set(word));
      button.setId("contract-" + word);
      value.subscribe(now -> button.choose(word.equals(now)));
      row.getChildren().add(button);
    }
    setSpacing(4);
    getChildren().addAll(label, row);
    value.set(input.words().getFirst());
  }
}
