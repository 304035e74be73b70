package duken.desktop.shell;

import duken.api.goods.GoodsJson;
import duken.desktop.kit.Hotkeys;
import javafx.scene.Node;

public interface Screen {

  /** What is shown. Made once; the same node every time. */
  Node node();

  /** Its keys while it shows. */
  Hotkeys keys();

  /** It shows now: subscribe, load, take the focus. */
  void shown();

  /** It does not show any more: release everything that {@link #shown} subscribed. */
  void hidden();

  /**
   * Shows one sale; the history does, others have nothing to show.
   *
   * @param cameFrom the place to go back to
   */
  default void open(long invoiceId, String cameFrom) {}

  /** An item was scanned; answers whether it could be used here. The till can. */
  default boolean take(GoodsJson.Found found) {
    return false;
  }

  /** Whether it takes an item also while its own cover lies above it. */
  default boolean takesCovered() {
    return false;
  }

  /** Shows one of its parts; the settings do, others have none. */
  default void open(String part) {}
}
