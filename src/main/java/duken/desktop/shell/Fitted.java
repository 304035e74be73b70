package duken.desktop.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Gives its content at least the room it needs. Where a screen has less, everything is shown a
 * little smaller instead of being cut: at a till nobody scrolls to find a button. Who wants it
 * larger than the screen has room for does scroll, or drags with a finger.
 */
final class Fitted extends Region {

  private static final double HUNDRED = 100;

  private final Region content;
  private final double leastWidth;
  private final double leastHeight;
  private final ObservableValue<Integer> percent;
  private final Scale scale = new Scale(1, 1);
  private final ScrollPane window = new ScrollPane();

  /**
   * Content that needs this many pixels, or more in height when it says so.
   *
   * @param percent how large everything is wanted, 100 for its usual size
   */
  Fitted(Region content, double leastWidth, double leastHeight, ObservableValue<Integer> percent) {
    this.content = content;
    this.leastWidth = leastWidth;
    this.leastHeight = leastHeight;
    this.percent = percent;
    content.getTransforms().add(scale);
    window.setPannable(true);
    window.setFocusTraversable(false);
    window.getStyleClass().addAll("edge-to-edge", "plain-scroll");
    getChildren().add(content);
    percent.subscribe(_ -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    double height = Math.max(leastHeight, content.minHeight(Math.max(leastWidth, getWidth())));
    double fit = Math.min(1, Math.min(getWidth() / leastWidth, getHeight() / height));
    if (fit <= 0) {
      return;
    }
    double size = fit * percent.getValue() / HUNDRED;
    double wide = Math.max(leastWidth, getWidth() / size);
    double high = Math.max(height, getHeight() / size);
    boolean scrolls = wide * size > getWidth() + 1 || high * size > getHeight() + 1;
    hold(scrolls);
    scale.setX(size);
    scale.setY(size);
    if (scrolls) {
      content.resize(wide, high);
      window.resizeRelocate(0, 0, getWidth(), getHeight());
    } else {
      content.resizeRelocate(0, 0, getWidth() / size, getHeight() / size);
    }
  }

  /** A scroll pane only where it is needed: it keeps a picture of what is in it. */
  private void hold(boolean scrolls) {
    Node held = getChildren().getFirst();
    if (scrolls && held != window) {
      getChildren().clear();
      content.relocate(0, 0);
      content.setManaged(false);
      window.setContent(new Group(content));
      getChildren().add(window);
    } else if (!scrolls && held == window) {
      ((Group) window.getContent()).getChildren().clear();
      content.setManaged(true);
      getChildren().setAll(content);
    }
  }
}
