package duken.desktop.kit.format;

import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/**
 * A field for a sum. A plain text field drops line ends and tabs of what is pasted, and so makes
 * one sum of two cells of a table; here they stay to be seen, and {@link Sums#read} refuses them.
 */
public final class SumField extends TextField {

  private static final String LINE_END = " ⏎ ";

  @Override
  public void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      replaceSelection(text.strip().replaceAll("\\h*[\\t\\v]\\s*", LINE_END));
    }
  }
}
