package duken.desktop.cash;

import duken.desktop.kit.Sheet;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Where a cashier types while a sheet is open, and afterwards. */
final class SheetFocus {

  private SheetFocus() {}

  /** Types into {@code field} of an open sheet until it closes, then goes back to where he was. */
  static void into(Node field, Sheet sheet) {
    Scene scene = field.getScene();
    Node before = scene == null ? null : scene.getFocusOwner();
    sheet.onClosed(
        () -> {
          if (before != null && before.getScene() != null) {
            before.requestFocus();
          }
        });
    field.requestFocus();
  }
}
