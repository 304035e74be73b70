package duken.desktop.terminal;

import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The words around a step. */
final class StepWords {

  private static final int STEPS = 3;

  private StepWords() {}

  /** "Step 1 of 3". */
  static HBox head(Texts texts, int step) {
    Label number = new Label();
    number.getStyleClass().add("step-number");
    texts.bind(number.textProperty(), "bank.step", step, STEPS);
    return new HBox(number);
  }

  /** A sentence that wraps. */
  static Label words(Texts texts, String key, Object... args) {
    Label words = new WrappedLabel("section-words");
    texts.bind(words.textProperty(), key, args);
    return words;
  }
}
