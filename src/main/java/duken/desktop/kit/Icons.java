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
    FontIcon node = new FontIcon();
    resize(node, size);
    node.setIconCode(icon);
    return node;
  }

  /**
   * Gives an icon another size. In its style, because the base stylesheet overrides the property;
   * beside what is there, because the icon keeps its font in the same style.
   *
   * @param size in pixels
   */
  public static void resize(FontIcon node, int size) {
    String style = node.getStyle() == null ? "" : node.getStyle();
    node.setStyle(
        style.replaceAll("-fx-icon-size: *[0-9]+px;", "") + "-fx-icon-size: " + size + "px;");
  }
}
