package duken.desktop.settings;

import duken.api.WebhookJson.Delivery;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.settings.form.SectionPane;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The last messages and how they ended; the chosen one can be sent again. */
final class DeliveriesSection extends SectionPane {

  private static final double ROW = 58;

  /** What is on its way is looked at every two seconds. */
  private static final int BEATS = 8;

  private final DeskContext context;
  private final Texts texts;
  private final DeliveriesViewModel model;
  private final ListView<Delivery> list = new ListView<>();

  private int beats;
  private Subscription subscription = Subscription.EMPTY;

  DeliveriesSection(DeskContext context) {
    super("deliveries", context.texts());
    this.context = context;
    this.texts = context.texts();
    model = new DeliveriesViewModel(context.engine(), context.background());
    list.setItems(model.newest());
    list.accessibleTextProperty().bind(texts.of("settings.section.deliveries"));
    list.setId("deliveries");
    list.setFixedCellSize(ROW);
    list.setMinHeight(ROW * 2);
    list.setPrefHeight(ROW * 7 + 2);
    list.getStyleClass().addAll("sale-list", "edge-to-edge");
    list.setCellFactory(_ -> new DeliveryCell(texts, context.moments()));
    Label none = new Label();
    none.getStyleClass().add("muted");
    texts.bind(none.textProperty(), "settings.webhook.deliveries.empty");
    none.visibleProperty().bind(Bindings.isEmpty(model.newest()).and(model.known()));
    StackPane card = new StackPane(list, none);
    card.getStyleClass().add("list-card");
    KeyButton resend =
        new KeyButton(Material2RoundMZ.REPLAY, Hotkeys.key(KeyCode.F3), this::resend)
            .captioned(texts, "settings.webhook.action.resend")
            .wire(keys(), Hotkeys.key(KeyCode.F3));
    resend.setId("webhook-resend");
    resend
        .disableProperty()
        .bind(
            list.getSelectionModel()
                .selectedItemProperty()
                .map(chosen -> !DeliveriesViewModel.mayResend(chosen))
                .orElse(true)
                .map(Boolean::booleanValue));
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().addAll(words("webhook.deliveries"), card, row(resend));
  }

  @Override
  public Ikon icon() {
    return Material2RoundAL.LIST_ALT;
  }

  @Override
  public void shown() {
    subscription =
        Subscription.combine(
            context.feed().onReturn(model::refresh),
            context.heartbeat().listen(this::beat),
            context.feed().onSale(_ -> model.refresh()),
            context.feed().stateProperty().subscribe((old, now) -> model.refresh()));
    model.refresh();
    list.requestFocus();
  }

  @Override
  public void hidden() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
  }

  private void beat() {
    beats++;
    if (beats % BEATS == 0) {
      model.follow();
    }
  }

  private void resend() {
    model.resend(
        list.getSelectionModel().getSelectedItem(),
        () -> context.navigator().say(Message.of(Tone.GOOD, "settings.webhook.resent")),
        e -> context.navigator().say(Message.of(e)));
  }
}
