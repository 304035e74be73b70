package duken.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;

/** Pictures of a scene, and what is cut off in it. */
public final class Picture {

  private Picture() {}

  /** Writes a scene as PNG. Call on the JavaFX thread. */
  public static void write(Scene scene, Path file) {
    uncache(scene.getRoot());
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    byte[] pixels = new byte[width * height * 4];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), pixels, 0, width * 4);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Png.of(width, height, pixels));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The words that do not fit: shown with an ellipsis, or reaching out of the window. Labels of
   * style class {@code may-be-cut} hold words of any length and are left out.
   */
  public static List<String> cutOff(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    List<String> found = new ArrayList<>();
    look(scene.getRoot(), scene, found);
    return found;
  }

  /** A scroll pane keeps a bitmap of what is in it, which only the next pulse would renew. */
  private static void uncache(Node node) {
    node.setCache(false);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(Picture::uncache);
    }
  }

  private static boolean canBeScrolledTo(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane
          && pane.getVbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER) {
        return true;
      }
    }
    return false;
  }

  private static void look(Node node, Scene scene, List<String> found) {
    if (!node.isVisible() || node.getStyleClass().contains("may-be-cut")) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      for (Node child : labeled.getChildrenUnmodifiable()) {
        if (child instanceof Text text
            && text.getText().endsWith(labeled.getEllipsisString())
            && !labeled.getText().endsWith(labeled.getEllipsisString())) {
          found.add("cut off: " + labeled.getText() + " → " + text.getText());
        }
      }
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      var box = text.localToScene(text.getBoundsInLocal());
      boolean inside =
          box.getMinX() >= -1
              && box.getMinY() >= -1
              && box.getMaxX() <= scene.getWidth() + 1
              && box.getMaxY() <= scene.getHeight() + 1;
      if (!inside && !canBeScrolledTo(text)) {
        found.add("outside the window: " + text.getText());
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, scene, found));
    }
  }
}
