package duken.desktop.shell;

import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyNames;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A place on the rail: icon, word, key, and a number when something waits there. */
final class RailButton extends Button {

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Label badge = new Label();
  private final FontIcon icon;

  RailButton(Ikon ikon, ObservableValue<String> word, KeyCombination key, Runnable action) {
    icon = Icons.of(ikon, 24);
    Label caption = new Label();
    caption.textProperty().bind(word);
    caption.getStyleClass().add("rail-caption");
    Label keyCap = new Label(KeyNames.of(key));
    keyCap.getStyleClass().add("key-cap");
    badge.getStyleClass().add("rail-badge");
    badge.setVisible(false);
    StackPane.setAlignment(badge, Pos.TOP_RIGHT);
    VBox column = new VBox(1, icon, caption, keyCap);
    column.setAlignment(Pos.CENTER);
    StackPane stack = new StackPane(column, badge);
    stack.setMouseTransparent(true);
    stack.prefWidthProperty().bind(widthProperty().subtract(12));
    setGraphic(stack);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("rail-button");
    setFocusTraversable(false);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(_ -> action.run());
    accessibleTextProperty().bind(word);
  }

  void here(boolean is) {
    pseudoClassStateChanged(HERE, is);
  }

  void icon(Ikon ikon) {
    icon.setIconCode(ikon);
  }

  /** Shows how many things wait there; nothing for zero. */
  void waiting(int count) {
    badge.setVisible(count > 0);
    badge.setText(count > 99 ? "99+" : Integer.toString(count));
  }
}
