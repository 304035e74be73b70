package duken.desktop.shell;

import duken.api.staff.StaffJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import java.util.function.Consumer;
import javafx.scene.Node;

/** What a screen may ask of the window around it. Call on the JavaFX thread. */
public interface Navigator {

  /** Shows another screen. */
  void go(String destinationId);

  /** Shows a part of another screen: {@code bank} of the settings. */
  void go(String destinationId, String part);

  /** Shows one sale in the history; from there Esc leads back to where the window is now. */
  void showSale(long invoiceId);

  /**
   * Says a few words at the window's edge for some seconds, in the language of the moment; never
   * takes the focus.
   */
  void say(Message message);

  /** Lays a sheet above the screen; one that is open closes first. */
  void open(Sheet sheet);

  /** Takes the sheet away, if one is open. */
  void closeSheet();

  /**
   * Covers the whole window, rail and all, until {@link #uncover}; keys go to {@code cover} and
   * after it to the window's own.
   */
  void cover(Node node, Hotkeys keys);

  /**
   * Hands what is scanned from now on to {@code taker} instead of looking for it in the catalog;
   * null ends that.
   */
  default void scansTo(Consumer<String> taker) {}

  /** The shop's rules about PINs changed. */
  void follow(StaffJson.Roster roster);

  /** Takes the cover away. */
  void uncover();
}
