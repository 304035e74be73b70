package duken.desktop.kit;

import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A large button with an icon, a word and the key that does the same. Pressing it never takes the
 * focus away from where the cashier types.
 */
public final class KeyButton extends Button {

  private static final double GAP = 10;
  private static final double HEIGHT = 60;

  /** Sums of rounded widths come out a pixel short now and then. */
  private static final double SLACK = 4;

  private final Label caption = new Label();
  private final FontIcon icon;
  private final Label keyCap;

  /**
   * A button that is not yet wired to its key, see {@link #wire}.
   *
   * @param key shown on the button
   */
  public KeyButton(Ikon ikon, KeyCombination key, Runnable action) {
    icon = Icons.of(ikon, 24);
    keyCap = new Label(KeyNames.of(key));
    keyCap.getStyleClass().add("key-cap");
    keyCap.setMinWidth(USE_PREF_SIZE);
    caption.getStyleClass().add("key-caption");
    caption.setWrapText(true);
    caption.setTextAlignment(TextAlignment.LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(GAP, icon, caption, gap, keyCap);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMouseTransparent(true);
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    row.prefWidthProperty().bind(widthProperty().subtract(36));
    getStyleClass().add("key-button");
    setFocusTraversable(false);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(_ -> action.run());
    accessibleTextProperty().bind(caption.textProperty());
  }

  /** As wide as icon, words and key want beside each other; its own width must not count here. */
  @Override
  protected double computePrefWidth(double height) {
    double words = caption.prefWidth(-1) + keyCap.prefWidth(-1) + icon.prefWidth(-1);
    return snapSizeX(words + 3 * GAP + SLACK + snappedLeftInset() + snappedRightInset());
  }

  @Override
  protected double computePrefHeight(double width) {
    return HEIGHT;
  }

  /** A button with its caption, wired to its key. */
  public static KeyButton of(
      Texts texts, String textKey, Ikon icon, KeyCombination key, Hotkeys keys, Runnable action) {
    KeyButton button = new KeyButton(icon, key, action);
    texts.bind(button.caption.textProperty(), textKey);
    return button.wire(keys, key);
  }

  /** Gives it a caption that follows the language; its key stays whoever's it is. */
  public KeyButton captioned(Texts texts, String textKey, Object... args) {
    texts.bind(caption.textProperty(), textKey, args);
    return this;
  }

  /** Makes {@code key} press this button. */
  public KeyButton wire(Hotkeys keys, KeyCombination key) {
    keys.press(key, this);
    return this;
  }

  /** The word on the button, to be bound. */
  public javafx.beans.property.StringProperty captionProperty() {
    return caption.textProperty();
  }

  public FontIcon icon() {
    return icon;
  }

  /** Gives the icon another size, in pixels. */
  public KeyButton iconSize(int size) {
    Icons.resize(icon, size);
    return this;
  }

  /** Adds style classes, {@code primary} or {@code danger} for instance. */
  public KeyButton styled(String... classes) {
    getStyleClass().addAll(classes);
    return this;
  }
}
