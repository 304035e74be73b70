package duken.desktop.kit;

import duken.desktop.text.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Short words at the window's edge that leave by themselves and never take the focus. */
public final class Toasts extends VBox {

  private static final Duration STAY = Duration.seconds(7);
  private static final int MOST = 4;

  private final Texts texts;

  /** A layer to be laid above a window's content. */
  public Toasts(Texts texts) {
    this.texts = texts;
    getStyleClass().add("toasts");
    setAlignment(Pos.BOTTOM_RIGHT);
    setSpacing(8);
    setPickOnBounds(false);
  }

  /**
   * Says {@code message} for some seconds, following the language; a click sends it away earlier.
   */
  public void say(Message message) {
    Label label = new Label();
    message.show(label, texts);
    label.setWrapText(true);
    HBox toast = new HBox(12, Icons.of(iconOf(message.tone()), 24), label);
    toast.setAlignment(Pos.CENTER_LEFT);
    toast.getStyleClass().add("toast");
    toast.setMaxWidth(Region.USE_PREF_SIZE);
    message.tone().paint(toast);
    toast.setOnMouseClicked(_ -> getChildren().remove(toast));
    getChildren().add(toast);
    if (getChildren().size() > MOST) {
      getChildren().removeFirst();
    }
    PauseTransition leave = new PauseTransition(STAY);
    leave.setOnFinished(_ -> getChildren().remove(toast));
    leave.play();
  }

  private static Ikon iconOf(Tone tone) {
    return switch (tone) {
      case GOOD -> Material2RoundAL.CHECK_CIRCLE;
      case BAD -> Material2RoundAL.ERROR;
      case CAREFUL -> Material2RoundMZ.WARNING;
      case PLAIN, WAITING, ACTIVE, QUIET -> Material2RoundAL.INFO;
    };
  }
}
