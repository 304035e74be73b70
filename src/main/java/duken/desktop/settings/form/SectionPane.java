package duken.desktop.settings.form;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The common build of a section: its name, a sentence, and what belongs to it. */
public abstract class SectionPane extends VBox implements Section {

  private final String id;
  private final Texts texts;
  private final Hotkeys keys = new Hotkeys();
  private final HBox head = new HBox(10);

  public SectionPane(String id, Texts texts) {
    this.id = id;
    this.texts = texts;
    setSpacing(16);
    getStyleClass().addAll("card", "section");
    Label title = new Label();
    title.getStyleClass().add("screen-title");
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    texts.bind(title.textProperty(), "settings.section." + id);
    HBox.setHgrow(gap, Priority.ALWAYS);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().addAll(title, gap);
    getChildren().add(head);
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Node node() {
    return this;
  }

  @Override
  public final Hotkeys keys() {
    return keys;
  }

  @Override
  public void hidden() {}

  /** A sentence that wraps. */
  public final Label words(String textKey, Object... args) {
    Label words = new WrappedLabel("section-words");
    texts.bind(words.textProperty(), "settings." + textKey, args);
    return words;
  }

  /** The title of a part. */
  public final Label heading(String textKey) {
    Label heading = new Label();
    heading.getStyleClass().add("card-title");
    texts.bind(heading.textProperty(), "settings." + textKey);
    return heading;
  }

  /** Puts something at the end of the section's first line. */
  public final void besideTitle(Node node) {
    head.getChildren().add(node);
  }

  /** Buttons side by side, each as wide as its words want; what does not fit goes below. */
  public static FlowPane row(Node... buttons) {
    return new FlowPane(10, 10, buttons);
  }
}
