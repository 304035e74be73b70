package duken.desktop.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A card inside the window for a step that wants its own place: a refund, a new key, a question.
 * Not a dialog: the window lives on around it, and Esc closes it. Its keys come before the
 * screen's.
 */
public final class Sheet extends VBox {

  private final Hotkeys keys = new Hotkeys();
  private final HBox buttons = new HBox(12);
  private Runnable closed = () -> {};

  /**
   * A card with a title, a body and a row of buttons.
   *
   * @param width in pixels
   */
  public Sheet(ObservableValue<String> title, Node body, double width) {
    Label heading = new Label();
    heading.textProperty().bind(title);
    heading.getStyleClass().add("sheet-title");
    heading.setWrapText(true);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("sheet");
    setSpacing(20);
    setMinWidth(width);
    setMaxSize(width, Region.USE_PREF_SIZE);
    getChildren().addAll(heading, body, buttons);
  }

  /** Adds buttons, the most important one last. */
  public Sheet with(Node... more) {
    buttons.getChildren().addAll(more);
    return this;
  }

  /** What to do when it closes, however that happens. */
  public Sheet onClosed(Runnable action) {
    closed = action;
    return this;
  }

  /** Its keys; Esc is the shell's. */
  public Hotkeys keys() {
    return keys;
  }

  /** Called by the shell when it has been taken away. */
  public void wasClosed() {
    closed.run();
  }
}
