package duken.desktop.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Gives its content at least the room it needs. Where a screen has less, everything is shown a
 * little smaller instead of being cut: at a till nobody scrolls to find a button.
 */
final class Fitted extends Region {

  private final Region content;
  private final double leastWidth;
  private final double leastHeight;
  private final Scale scale = new Scale(1, 1);

  /** Content that needs this many pixels, or more in height when it says so. */
  Fitted(Region content, double leastWidth, double leastHeight) {
    this.content = content;
    this.leastWidth = leastWidth;
    this.leastHeight = leastHeight;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  @Override
  protected void layoutChildren() {
    double height = Math.max(leastHeight, content.minHeight(Math.max(leastWidth, getWidth())));
    double size = Math.min(1, Math.min(getWidth() / leastWidth, getHeight() / height));
    if (size <= 0) {
      return;
    }
    scale.setX(size);
    scale.setY(size);
    content.resizeRelocate(0, 0, getWidth() / size, getHeight() / size);
  }
}
