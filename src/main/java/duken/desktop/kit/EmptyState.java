package duken.desktop.kit;

import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** What a list says while there is nothing in it. */
public final class EmptyState extends VBox {

  public EmptyState(Texts texts, Ikon icon, String textKey) {
    Label sentence = new Label();
    sentence.setWrapText(true);
    sentence.setTextAlignment(TextAlignment.CENTER);
    texts.bind(sentence.textProperty(), textKey);
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    setSpacing(12);
    getChildren().addAll(Icons.of(icon, 48), sentence);
  }

  /** An icon, a few large words and a sentence below them. */
  public EmptyState(Texts texts, Ikon icon, String titleKey, String hintKey) {
    this(texts, icon, hintKey);
    Label title = new Label();
    title.getStyleClass().add("empty-title");
    title.setWrapText(true);
    title.setTextAlignment(TextAlignment.CENTER);
    texts.bind(title.textProperty(), titleKey);
    getChildren().add(1, title);
  }

  /** Adds a way out below the words. */
  public EmptyState with(Node node) {
    getChildren().add(node);
    return this;
  }
}
