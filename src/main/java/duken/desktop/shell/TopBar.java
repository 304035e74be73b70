package duken.desktop.shell;

import duken.api.DeskJson;
import duken.desktop.kit.Banner;
import duken.desktop.kit.Icons;
import duken.desktop.kit.ModeWord;
import duken.desktop.kit.Tone;
import duken.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * The window's upper edge: the shop, whether it trains or takes real money, the bank's light and
 * what waits for somebody. While the engine is away a calm banner lies in the same place, so
 * nothing below it moves.
 */
final class TopBar extends StackPane {

  private final Texts texts;
  private final Navigator navigator;
  private final Label shop = new Label();
  private final Label mode = new Label();
  private final BankButton bank;
  private final Button parked;
  private final Button anomalies;

  TopBar(EngineFeed feed, Texts texts, Navigator navigator) {
    this.texts = texts;
    this.navigator = navigator;
    parked = notice("settings");
    anomalies = notice("anomalies");
    shop.setGraphic(Icons.of(Material2RoundMZ.STOREFRONT, 24));
    shop.getStyleClass().add("shop-name");
    shop.setMinWidth(0);
    mode.setMinWidth(Region.USE_PREF_SIZE);
    bank = new BankButton(texts, () -> navigator.go("settings", "bank"));

    getStyleClass().add("top-bar");
    getChildren().addAll(bar(), banner(feed, texts));
    feed.stateProperty().subscribe(this::show);
  }

  private HBox bar() {
    HBox right = new HBox(10, anomalies, parked, bank, health());
    HBox left = new Opposite(shop, right);
    right.setMinWidth(Region.USE_PREF_SIZE);
    left.setAlignment(Pos.CENTER_LEFT);
    right.setAlignment(Pos.CENTER_RIGHT);
    for (HBox side : new HBox[] {left, right}) {
      HBox.setHgrow(side, Priority.ALWAYS);
    }
    HBox bar = new HBox(16, left, mode, right);
    bar.setAlignment(Pos.CENTER);
    return bar;
  }

  private Button health() {
    Button health = new Button();
    health.setGraphic(Icons.of(Material2RoundMZ.MEDICAL_SERVICES, 22));
    health.getStyleClass().add("bank-light");
    health.setId("health");
    health.setFocusTraversable(false);
    health.setMinWidth(Region.USE_PREF_SIZE);
    health.accessibleTextProperty().bind(texts.of("health.title"));
    health.setOnAction(_ -> navigator.go("health"));
    return health;
  }

  private static Banner banner(EngineFeed feed, Texts texts) {
    Banner banner = new Banner(Material2RoundAL.CLOUD_OFF, Tone.CAREFUL);
    banner
        .label()
        .textProperty()
        .bind(feed.absenceProperty().flatMap(why -> texts.of(why.textKey(), why.words())));
    banner.visibleProperty().bind(feed.reachableProperty().not());
    return banner;
  }

  private Button notice(String destination) {
    Button notice = new Button();
    notice.setGraphic(Icons.of(Material2RoundMZ.WARNING, 20));
    notice.getStyleClass().add("notice");
    notice.setFocusTraversable(false);
    notice.setMinWidth(Region.USE_PREF_SIZE);
    notice.setVisible(false);
    notice.managedProperty().bind(notice.visibleProperty());
    notice.setOnAction(_ -> navigator.go(destination));
    return notice;
  }

  private void show(DeskJson.State state) {
    mode.setVisible(state != null);
    bank.show(state);
    if (state == null) {
      return;
    }
    ModeWord.show(mode, state.training(), texts);
    shop.setText(state.shop());
    notice(parked, "shell.parked", state.waiting().parkedDeliveries());
    notice(anomalies, "shell.anomalies", state.waiting().openAnomalies());
  }

  private void notice(Button notice, String key, int count) {
    notice.setVisible(count > 0);
    if (count > 0) {
      notice
          .textProperty()
          .bind(texts.ofCount(key, new javafx.beans.property.SimpleIntegerProperty(count)));
    }
  }

  /** As wide as the other side, so that what lies between is in the middle; gives way to it. */
  private static final class Opposite extends HBox {
    private final HBox other;

    Opposite(Label content, HBox other) {
      super(content);
      this.other = other;
      setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
      return other.prefWidth(height);
    }
  }
}
