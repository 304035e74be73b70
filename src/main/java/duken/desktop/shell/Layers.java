package duken.desktop.shell;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Toasts;
import duken.desktop.text.Texts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/** What lies above the screen: a sheet, toasts, and the cover over everything. */
final class Layers extends StackPane {

  private final StackPane sheetLayer = new StackPane();
  private final Toasts toasts;
  private final StackPane coverLayer = new StackPane();
  private final StackPane lockLayer = new StackPane();
  private final StackPane helpLayer = new StackPane();
  private final Hotkeys sheetKeys = new Hotkeys();

  private Sheet sheet;
  private Hotkeys coverKeys;
  private Hotkeys lockKeys;
  private Node focusedBefore;

  Layers(Node content, Texts texts) {
    toasts = new Toasts(texts);
    sheetLayer.getStyleClass().add("sheet-layer");
    sheetLayer.setVisible(false);
    sheetLayer.setPadding(new Insets(24));
    sheetLayer.setAlignment(Pos.CENTER);
    sheetLayer.setOnMousePressed(
        event -> {
          if (event.getTarget() == sheetLayer) {
            close();
          }
        });
    toasts.setMouseTransparent(false);
    coverLayer.setVisible(false);
    lockLayer.setVisible(false);
    helpLayer.getStyleClass().add("sheet-layer");
    helpLayer.setPadding(new Insets(24));
    helpLayer.setVisible(false);
    sheetKeys.on(
        Hotkeys.key(KeyCode.ESCAPE),
        () -> {
          close();
          return true;
        });
    getChildren().addAll(content, sheetLayer, coverLayer, helpLayer, lockLayer, toasts);
  }

  Toasts toasts() {
    return toasts;
  }

  void open(Sheet next) {
    close();
    sheet = next;
    sheetLayer.getChildren().setAll(next);
    sheetLayer.setVisible(true);
  }

  /** Answers whether there was a sheet. */
  boolean close() {
    if (sheet == null) {
      return false;
    }
    Sheet gone = sheet;
    sheet = null;
    sheetLayer.setVisible(false);
    sheetLayer.getChildren().clear();
    gone.wasClosed();
    return true;
  }

  void cover(Node node, Hotkeys keys) {
    coverKeys = keys;
    coverLayer.getChildren().setAll(node);
    coverLayer.setVisible(true);
  }

  void uncover() {
    coverKeys = null;
    coverLayer.setVisible(false);
    coverLayer.getChildren().clear();
  }

  /** Covers everything, cover and sheet too. */
  void lock(Node node, Hotkeys keys) {
    focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
    lockKeys = keys;
    lockLayer.getChildren().setAll(node);
    lockLayer.setVisible(true);
  }

  void unlock() {
    lockKeys = null;
    lockLayer.setVisible(false);
    lockLayer.getChildren().clear();
    if (focusedBefore != null) {
      focusedBefore.requestFocus();
      focusedBefore = null;
    }
  }

  /** Explains something above all but the lock; null takes the explanation away. */
  void help(Node node) {
    helpLayer.getChildren().clear();
    helpLayer.setVisible(node != null);
    if (node != null) {
      helpLayer.getChildren().add(node);
      helpLayer.setOnMousePressed(_ -> help(null));
    }
  }

  boolean isHelping() {
    return helpLayer.isVisible();
  }

  /** The keys of what covers everything, or null. */
  Hotkeys lockKeys() {
    return lockKeys;
  }

  /** The keys of the cover, or null. */
  Hotkeys coverKeys() {
    return coverKeys;
  }

  /** The keys of the open sheet, its own first; null when there is none. */
  Hotkeys[] sheetKeys() {
    return sheet == null ? null : new Hotkeys[] {sheet.keys(), sheetKeys};
  }
}
