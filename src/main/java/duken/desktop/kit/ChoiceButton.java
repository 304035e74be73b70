package duken.desktop.kit;

import duken.desktop.text.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/** One of a few choices that lie side by side: a word, its key, and a mark when it is chosen. */
public final class ChoiceButton extends Button {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Label caption = new Label();

  /** A choice whose word follows the language, wired to its key. */
  public static ChoiceButton of(
      Texts texts, String textKey, KeyCombination key, Hotkeys keys, Runnable action) {
    ChoiceButton button = new ChoiceButton(key, keys, action);
    texts.bind(button.caption.textProperty(), textKey);
    return button;
  }

  /** A choice whose word is the same in every language, wired to its key. */
  public ChoiceButton(String word, KeyCombination key, Hotkeys keys, Runnable action) {
    this(key, keys, action);
    caption.setText(word);
  }

  private ChoiceButton(KeyCombination key, Hotkeys keys, Runnable action) {
    Label keyCap = new Label(KeyNames.of(key));
    keyCap.getStyleClass().add("key-cap");
    keyCap.setMinWidth(USE_PREF_SIZE);
    caption.getStyleClass().add("choice-caption");
    caption.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(8, caption, keyCap);
    row.setAlignment(Pos.CENTER);
    row.setMouseTransparent(true);
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("choice-button");
    setFocusTraversable(false);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(_ -> action.run());
    accessibleTextProperty().bind(caption.textProperty());
    keys.press(key, this);
  }

  /** Marks it as the chosen one, or not. */
  public void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }
}
