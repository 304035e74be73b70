package duken.desktop.kit;

import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** The state of a sale: icon, word and colour together, for those who cannot tell colours apart. */
public final class StatusBadge extends Label {

  private final Texts texts;
  private final FontIcon icon;
  private SaleState state;

  /**
   * A badge.
   *
   * @param iconSize in pixels
   */
  public StatusBadge(Texts texts, int iconSize) {
    this.texts = texts;
    icon = Icons.of(SaleState.WAITING.icon(), iconSize);
    setGraphic(icon);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("status-badge");
    setMinWidth(USE_PREF_SIZE);
  }

  /** Shows {@code next}; nothing is painted when it already does. */
  public void show(SaleState next) {
    if (next == state) {
      return;
    }
    state = next;
    icon.setIconCode(next.icon());
    next.tone().paint(this);
    texts.bind(textProperty(), next.textKey());
  }
}
