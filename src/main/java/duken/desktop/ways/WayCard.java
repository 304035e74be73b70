package duken.desktop.ways;

import duken.api.BankJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyNames;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One way in honest words: what it needs, can and cannot, whether the bank stands behind it. */
final class WayCard extends Button {

  private final Texts texts;
  private static final double SIDES = 32;

  private final VBox words;
  private final Label standing = new WrappedLabel("way-standing");

  WayCard(Texts texts, Way way, KeyCombination key, Hotkeys keys, Runnable action) {
    this.texts = texts;
    Label name = new WrappedLabel("way-name");
    texts.bind(name.textProperty(), "ways." + way.provider() + ".name");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label keyCap = new Label(KeyNames.of(key));
    keyCap.getStyleClass().add("key-cap");
    keyCap.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(10, Icons.of(way.icon(), 24), name, keyCap);
    head.setAlignment(Pos.CENTER_LEFT);
    words = new VBox(3, head, standing, official(way.official()));
    for (String part : new String[] {"needs", "can", "cannot"}) {
      words.getChildren().add(part(way.provider(), part));
    }
    words.setMouseTransparent(true);
    words.setFillWidth(true);
    standing.managedProperty().bind(standing.visibleProperty());
    setGraphic(words);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    words.prefWidthProperty().bind(widthProperty().subtract(SIDES));
    getStyleClass().add("way-card");
    setId("way-" + way.provider());
    setFocusTraversable(false);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    setAlignment(Pos.TOP_LEFT);
    setOnAction(_ -> action.run());
    accessibleTextProperty().bind(name.textProperty());
    keys.press(key, this);
    show(Optional.empty());
  }

  /** Its words wrap, so that its height follows from its width. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = (width < 0 ? getWidth() : width) - SIDES;
    return snapSizeY(words.prefHeight(inner) + snappedTopInset() + snappedBottomInset());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /** Says how the shop stands with it; empty when it was never connected. */
  void show(Optional<BankJson.Provider> row) {
    standing.setVisible(row.isPresent());
    row.ifPresent(it -> standing(it).show(standing, texts));
  }

  private static Message standing(BankJson.Provider row) {
    if (row.connection().equals("signed_out")) {
      return Message.of(Tone.BAD, "ways.standing.signed_out");
    }
    return row.live()
        ? Message.of(Tone.GOOD, "ways.standing.live")
        : Message.of(Tone.PLAIN, "ways.standing.elsewhere");
  }

  private Label official(boolean official) {
    Label label = new WrappedLabel("way-official");
    (official ? Tone.GOOD : Tone.CAREFUL).paint(label);
    texts.bind(label.textProperty(), official ? "ways.official" : "ways.unofficial");
    return label;
  }

  private Label part(String provider, String part) {
    Label label = new WrappedLabel("way-words");
    texts.bind(label.textProperty(), "ways." + provider + "." + part);
    return label;
  }
}
