package duken.desktop.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The window's own letters: IBM Plex Sans, which has ₸, every Kazakh letter, and digits of one
 * width so that a countdown stands still.
 */
public final class Typeface {

  /** The family regular and bold belong to. */
  public static final String FAMILY = "IBM Plex Sans";

  private static final List<String> FILES =
      List.of("IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "IBMPlexSans-Bold.ttf");

  private Typeface() {}

  /** Makes the letters known to JavaFX; a second call changes nothing. */
  public static void load() {
    if (Font.getFamilies().contains(FAMILY) && Font.getFamilies().contains(FAMILY + " SemiBold")) {
      return;
    }
    for (String file : FILES) {
      String path = "/duken/desktop/assets/fonts/" + file;
      try (InputStream stream = Typeface.class.getResourceAsStream(path)) {
        if (stream == null || Font.loadFont(stream, 12) == null) {
          throw new IllegalStateException("font cannot be read: " + file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
