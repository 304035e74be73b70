package duken.desktop.shell;

import java.util.function.Function;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * A screen the rail leads to.
 *
 * @param id how others name it, {@code history}
 * @param textKey the word on the rail
 * @param key the key that leads there
 * @param make makes the screen when it is first shown
 */
public record Destination(
    String id, String textKey, Ikon icon, KeyCombination key, Function<DeskContext, Screen> make) {}
