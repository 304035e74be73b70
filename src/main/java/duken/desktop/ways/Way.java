package duken.desktop.ways;

import duken.desktop.kit.Hotkeys;
import java.util.function.Function;
import org.kordamp.ikonli.Ikon;

/**
 * One way to the bank, an entry of the choice. Its words are found below {@code ways.} and its
 * provider: {@code name}, {@code needs}, {@code can} and {@code cannot}.
 *
 * @param provider short name of the provider, {@code smart-pos}
 * @param official whether the bank has published this way for shops
 * @param pane makes what is shown of it, once, with keys of its own
 */
public record Way(String provider, Ikon icon, boolean official, Function<Hotkeys, WayPane> pane) {}
