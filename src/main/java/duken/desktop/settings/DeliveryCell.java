package duken.desktop.settings;

import duken.api.WebhookJson.Delivery;
import duken.desktop.kit.Icons;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Moments;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** One message as a row: when, about which invoice, how it ended. */
final class DeliveryCell extends ListCell<Delivery> {

  private final Texts texts;
  private final Moments moments;
  private final Label time = new Label();
  private final Label invoice = new Label();
  private final Label details = new Label();
  private final Label state = new Label();
  private final FontIcon icon = Icons.of(Material2RoundMZ.SCHEDULE, 22);
  private final HBox row;

  DeliveryCell(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
    time.setMinWidth(USE_PREF_SIZE);
    invoice.setMinWidth(USE_PREF_SIZE);
    time.getStyleClass().add("row-small");
    invoice.getStyleClass().add("row-main");
    details.getStyleClass().add("row-small");
    state.getStyleClass().add("status-badge");
    state.setGraphic(icon);
    state.setMinWidth(USE_PREF_SIZE);
    details.managedProperty().bind(details.textProperty().isNotEmpty());
    VBox words = new VBox(invoice, details);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(16, time, words, state);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    texts.languageProperty().addListener(_ -> updateItem(getItem(), isEmpty()));
  }

  @Override
  protected void updateItem(Delivery delivery, boolean empty) {
    super.updateItem(delivery, empty);
    if (empty || delivery == null) {
      setGraphic(null);
      return;
    }
    time.setText(moments.moment(delivery.progress().createdAt()));
    invoice.setText(texts.get("settings.webhook.delivery.invoice", delivery.invoiceId()));
    details.setText(details(delivery));
    switch (delivery.progress().state()) {
      case "delivered" -> state(Tone.GOOD, "delivered", Material2RoundAL.CHECK_CIRCLE);
      case "parked" -> state(Tone.BAD, "parked", Material2RoundAL.ERROR);
      default -> {
        state(Tone.WAITING, "queued", Material2RoundMZ.SCHEDULE);
        if (delivery.progress().attempts() > 0) {
          state.setText(
              texts.get(
                  "settings.webhook.delivery.queued.again",
                  moments.moment(delivery.progress().dueAt())));
        }
      }
    }
    setGraphic(row);
  }

  private void state(Tone tone, String word, org.kordamp.ikonli.Ikon picture) {
    tone.paint(state);
    icon.setIconCode(picture);
    state.setText(texts.get("settings.webhook.delivery." + word));
  }

  private String details(Delivery delivery) {
    List<String> words = new ArrayList<>();
    if (delivery.progress().attempts() > 1) {
      words.add(texts.get("settings.webhook.delivery.attempts", delivery.progress().attempts()));
    }
    if (delivery.progress().attempts() > 0 && !delivery.progress().state().equals("delivered")) {
      words.add(
          delivery.last().lastStatus() == null
              ? texts.get("settings.webhook.delivery.silent")
              : texts.get("settings.webhook.delivery.status", delivery.last().lastStatus()));
    }
    return String.join(", ", words);
  }
}
