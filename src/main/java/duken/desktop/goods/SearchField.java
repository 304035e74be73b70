package duken.desktop.goods;

import atlantafx.base.controls.CustomTextField;
import duken.desktop.kit.Icons;
import duken.desktop.text.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Where words are typed that goods are searched by. */
final class SearchField {

  /** Typing pauses for this long before the engine is asked. */
  private static final Duration BREATH = Duration.millis(200);

  private final StringProperty words;
  private final CustomTextField search = new CustomTextField();
  private final PauseTransition pause = new PauseTransition(BREATH);

  /**
   * @param words what is searched for
   */
  SearchField(Texts texts, StringProperty words) {
    this.words = words;
    Label keyCap = new Label("Ctrl F");
    keyCap.getStyleClass().add("key-cap");
    search.setId("goods-search");
    search.accessibleTextProperty().bind(texts.of("goods.search.prompt"));
    texts.bind(search.promptTextProperty(), "goods.search.prompt");
    search.setLeft(Icons.of(Material2RoundMZ.SEARCH, 22));
    search.setRight(keyCap);
    search.getStyleClass().add("search-field");
    pause.setOnFinished(_ -> words.set(search.getText()));
    search.textProperty().addListener(_ -> pause.playFromStart());
  }

  Node node() {
    return search;
  }

  /** Puts the cursor there; always does. */
  boolean focus() {
    search.requestFocus();
    search.selectAll();
    return true;
  }

  /** Whether there is something in it, or the cursor. */
  boolean isUsed() {
    return !search.getText().isEmpty() || search.isFocused();
  }

  /** Searches for these words at once. */
  void find(String text) {
    search.setText(text);
    now();
  }

  /** Searches for what stands there, without waiting for more. */
  void now() {
    pause.stop();
    words.set(search.getText());
  }
}
