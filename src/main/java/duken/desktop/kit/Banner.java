package duken.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;

/** A calm line across the window about something that is not as it should be. */
public final class Banner extends HBox {

  private final Label label = new Label();

  /** A banner whose text is bound through {@link #label()}. */
  public Banner(Ikon icon, Tone tone) {
    getStyleClass().add("banner");
    tone.paint(this);
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(12);
    label.setWrapText(true);
    getChildren().addAll(Icons.of(icon, 24), label);
  }

  public Label label() {
    return label;
  }
}
