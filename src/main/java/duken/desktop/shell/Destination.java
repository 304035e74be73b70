package duken.desktop.shell;

import java.util.function.Function;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * A screen the rail leads to, or one that only its key and other screens lead to.
 *
 * @param id how others name it, {@code history}
 * @param textKey the word on the rail
 * @param key the key that leads there
 * @param make makes the screen when it is first shown
 * @param onRail whether it has a place on the rail
 */
public record Destination(
    String id,
    String textKey,
    Ikon icon,
    KeyCombination key,
    Function<DeskContext, Screen> make,
    boolean onRail) {

  /** One that the rail leads to. */
  public Destination(
      String id,
      String textKey,
      Ikon icon,
      KeyCombination key,
      Function<DeskContext, Screen> make) {
    this(id, textKey, icon, key, make, true);
  }
}
