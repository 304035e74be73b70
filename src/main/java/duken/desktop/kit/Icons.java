package duken.desktop.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons from the Material set, coloured by the stylesheet. */
public final class Icons {

  private Icons() {}

  /**
   * An icon.
   *
   * @param size in pixels
   */
  public static FontIcon of(Ikon icon, int size) {
    FontIcon node = new FontIcon(icon);
    // FontIcon sets its size in code, which the base stylesheet would override: say it in a style.
    node.setStyle("-fx-icon-size: " + size + "px;");
    node.setIconSize(size);
    return node;
  }
}
