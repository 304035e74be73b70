package duken.desktop.kit;

import javafx.scene.control.Label;

/** Words of any length: they go on in the next line, and no line is cut off where it is tight. */
public final class WrappedLabel extends Label {

  /** Without words yet. */
  public WrappedLabel(String... styleClasses) {
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    getStyleClass().addAll(styleClasses);
  }
}
