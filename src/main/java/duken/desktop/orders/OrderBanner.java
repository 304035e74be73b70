package duken.desktop.orders;

import duken.api.orders.OrdersJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Icons;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What is in the way, or how an import goes; there only when there is something to say. */
final class OrderBanner extends HBox {

  private static final String RUNNING = "running";

  private final Texts texts;
  private final Label words = new WrappedLabel();
  private final KeyButton stop;

  /**
   * @param stopping stops a running import
   */
  OrderBanner(Texts texts, Hotkeys keys, Runnable stopping) {
    this.texts = texts;
    words.setId("orders-banner");
    stop =
        KeyButton.of(
            texts,
            "orders.action.stop",
            Material2RoundMZ.STOP,
            Hotkeys.key(KeyCode.F12),
            keys,
            stopping);
    stop.setId("orders-stop");
    stop.setMinWidth(USE_PREF_SIZE);
    stop.managedProperty().bind(stop.visibleProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    getStyleClass().add("banner");
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(12);
    getChildren().addAll(Icons.of(Material2RoundAL.INFO, 24), words, stop);
    managedProperty().bind(visibleProperty());
    show(null);
  }

  void show(OrdersJson.Standing standing) {
    Message message = message(standing);
    setVisible(message != null);
    stop.setVisible(isRunning(standing) && standing.progress().windows() > 1);
    if (message != null) {
      message.show(words, texts);
      message.tone().paint(this);
    }
  }

  private static boolean isRunning(OrdersJson.Standing standing) {
    return standing != null
        && standing.progress() != null
        && RUNNING.equals(standing.progress().state());
  }

  private static Message message(OrdersJson.Standing standing) {
    if (standing == null || !standing.connected()) {
      return null;
    }
    OrdersJson.Progress progress = standing.progress();
    // Of the usual look at the last 14 days nobody needs to know.
    if (isRunning(standing) && progress.windows() > 1) {
      return Message.of(
          Tone.ACTIVE,
          "orders.import.running",
          progress.ordersRead(),
          progress.windowsDone(),
          progress.windows());
    }
    if ("token_refused".equals(standing.trouble())) {
      return Message.of(Tone.BAD, "orders.trouble.token_refused");
    }
    if ("unsure".equals(standing.trouble())) {
      return Message.of(
          Tone.CAREFUL,
          standing.merchantUid() == null
              ? "orders.connect.none_without_uid"
              : "orders.connect.none_with_uid");
    }
    return switch (progress == null ? "" : progress.state()) {
      case "stopped" -> Message.of(Tone.PLAIN, "orders.import.stopped", progress.ordersRead());
      case "refused" -> Message.of(Tone.BAD, "orders.import.refused");
      case "silent" -> Message.of(Tone.CAREFUL, "orders.import.silent");
      default -> null;
    };
  }
}
