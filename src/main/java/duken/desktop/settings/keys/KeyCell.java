package duken.desktop.settings.keys;

import duken.api.DeskJson.Key;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One key as a row: what it is for, how it begins, when it was used. */
final class KeyCell extends ListCell<Key> {

  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

  private final Texts texts;
  private final Moments moments;
  private final Label name = new Label();
  private final Label prefix = new Label();
  private final Label used = new Label();
  private final Label made = new Label();
  private final HBox row;

  KeyCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    name.getStyleClass().add("row-main");
    prefix.getStyleClass().add("row-small");
    used.getStyleClass().add("row-small");
    made.getStyleClass().add("row-small");
    VBox left = new VBox(2, name, prefix);
    left.setAlignment(Pos.CENTER_LEFT);
    left.setMinWidth(0);
    VBox right = new VBox(2, used, made);
    right.setAlignment(Pos.CENTER_RIGHT);
    right.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(left, Priority.ALWAYS);
    row = new HBox(16, left, right);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("key-row");
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(Key key, boolean empty) {
    super.updateItem(key, empty);
    if (empty || key == null) {
      setGraphic(null);
      return;
    }
    name.setText(key.name());
    String mode = texts.get("settings.keys.mode." + key.mode());
    String till = "desk".equals(key.role()) ? ", " + texts.get("settings.keys.role.desk") : "";
    prefix.setText(key.prefix() + "… · " + mode + till);
    made.setText(texts.get("settings.keys.created", moments.moment(key.createdAt())));
    used.setText(used(key));
    row.pseudoClassStateChanged(GONE, key.revokedAt() != null);
    setGraphic(row);
  }

  private String used(Key key) {
    if (key.revokedAt() != null) {
      return texts.get("settings.keys.revoked", moments.moment(key.revokedAt()));
    }
    return key.lastUsedAt() == null
        ? texts.get("settings.keys.used.never")
        : texts.get("settings.keys.used.at", moments.moment(key.lastUsedAt()));
  }
}
