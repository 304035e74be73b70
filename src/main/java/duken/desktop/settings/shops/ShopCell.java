package duken.desktop.settings.shops;

import duken.api.AdminJson.Tenant;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One shop as a row: its name, since when, and a mark when it is suspended. */
final class ShopCell extends ListCell<Tenant> {

  private final Texts texts;
  private final Moments moments;
  private final Label name = new Label();
  private final Label since = new Label();
  private final Label suspended = new Label();
  private final HBox row;

  ShopCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    name.getStyleClass().add("row-main");
    since.getStyleClass().add("row-small");
    suspended.getStyleClass().add("status-badge");
    suspended.setMinWidth(USE_PREF_SIZE);
    Tone.CAREFUL.paint(suspended);
    VBox left = new VBox(2, name, since);
    left.setAlignment(Pos.CENTER_LEFT);
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    row = new HBox(16, left, suspended);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(Tenant shop, boolean empty) {
    super.updateItem(shop, empty);
    if (empty || shop == null) {
      setGraphic(null);
      return;
    }
    name.setText(shop.name());
    since.setText(texts.get("settings.shops.since", moments.moment(shop.createdAt())));
    suspended.setText(texts.get("settings.shops.suspended"));
    suspended.setVisible(shop.suspended());
    setGraphic(row);
  }
}
