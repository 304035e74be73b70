package duken.desktop.till;

import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.DeskContext;
import duken.desktop.shell.Screen;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The till. */
public final class TillScreen implements Screen {

  private final Hotkeys keys = new Hotkeys();
  private final StackPane node = new StackPane();

  /** The till of this window. */
  public TillScreen(DeskContext context) {
    node.getStyleClass().add("screen");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Hotkeys keys() {
    return keys;
  }

  @Override
  public void shown() {}

  @Override
  public void hidden() {}
}
