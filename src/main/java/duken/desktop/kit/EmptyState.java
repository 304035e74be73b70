package duken.desktop.kit;

import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** What a list says while there is nothing in it. */
public final class EmptyState extends VBox {

  /** An icon and a sentence. */
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
}
