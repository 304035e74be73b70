package duken.desktop.cart;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyNames;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** A small button for a narrow place: icon, word and key below each other. */
final class CartButton extends Button {

  private static final double HEIGHT = 78;
  private static final int ICON = 22;

  CartButton(
      Texts texts, String name, Ikon icon, KeyCombination key, Hotkeys keys, Runnable action) {
    Label word = new Label();
    word.getStyleClass().add("cart-word");
    word.setWrapText(true);
    word.setTextAlignment(TextAlignment.CENTER);
    texts.bind(word.textProperty(), "cart." + name);
    Label cap = new Label(KeyNames.of(key));
    cap.getStyleClass().add("key-cap");
    cap.setMinWidth(USE_PREF_SIZE);
    VBox all = new VBox(2, Icons.of(icon, ICON), word, cap);
    all.setAlignment(Pos.CENTER);
    all.setMouseTransparent(true);
    setGraphic(all);
    getStyleClass().add("cart-button");
    setId("cart-do-" + name);
    setFocusTraversable(false);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(_ -> action.run());
    accessibleTextProperty().bind(word.textProperty());
    keys.press(key, this);
  }
}
