package duken.desktop.ways;

import duken.desktop.kit.WrappedLabel;
import duken.desktop.shell.DeskContext;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A way that is connected by a command: which one, and where it is described. */
public final class CommandPane extends VBox implements WayPane {

  private final TextField command = new TextField();

  /** The pane of one provider; its words are below {@code ways.} and its name. */
  public CommandPane(DeskContext context, String provider) {
    Label words = new WrappedLabel("section-words");
    context.texts().bind(words.textProperty(), "ways." + provider + ".command");
    command.setText("duken connect " + provider);
    command.setEditable(false);
    command.getStyleClass().add("big-field");
    setSpacing(12);
    getChildren().addAll(words, command);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void shown() {
    command.requestFocus();
  }

  @Override
  public void hidden() {}
}
