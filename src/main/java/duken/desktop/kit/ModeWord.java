package duken.desktop.kit;

import duken.desktop.text.Texts;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The word that tells training from real money, in another shape and colour for each. */
public final class ModeWord {

  private ModeWord() {}

  /** Makes {@code label} say it. */
  public static void show(Label label, boolean training, Texts texts) {
    String style = training ? "training-word" : "live-word";
    if (label.getStyleClass().contains(style)) {
      return;
    }
    label.getStyleClass().removeAll("training-word", "live-word");
    label.getStyleClass().add(style);
    Ikon icon = training ? Material2RoundMZ.SCHOOL : Material2RoundMZ.PAYMENTS;
    label.setGraphic(Icons.of(icon, 22));
    texts.bind(label.textProperty(), training ? "shell.training" : "shell.live");
  }
}
