package duken.desktop.orders;

import duken.api.orders.OrderJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Phones;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One order: how far it has come, what is in it, and what can be done with it as buttons. */
final class OrderCard extends VBox {

  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5
  };

  private final DeskContext context;
  private final OrdersViewModel model;
  private final OrderSteps steps;
  private final Label title = new Label();
  private final Label sum = new Label();
  private final Label status = new WrappedLabel("detail-state", "outcome");
  private final Label facts = new WrappedLabel("fact");
  private final Label dates = new WrappedLabel("row-small");
  private final Label buyer = new WrappedLabel("fact");
  private final Label said = new WrappedLabel("outcome");
  private final OrderLines lines;
  private final FlowPane actions = new FlowPane(10, 10);
  private final FlowPane tools = new FlowPane(10, 10);
  private OrderJson shown;
  private String saidOf;

  OrderCard(DeskContext context, OrdersViewModel model, OrderSteps steps, Hotkeys keys) {
    this.context = context;
    this.model = model;
    this.steps = steps;
    lines = new OrderLines(context);
    title.getStyleClass().add("detail-title");
    sum.getStyleClass().add("detail-sum");
    sum.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(16, title, gap, sum);
    head.setAlignment(Pos.CENTER_LEFT);
    said.setId("orders-said");
    buyer.setId("orders-buyer");
    getStyleClass().addAll("card", "section");
    setSpacing(12);
    actions.disableProperty().bind(model.busy());
    getChildren().addAll(head, status, said, actions, buyer, lines, facts, dates, tools);
    for (Label label : List.of(said, buyer, dates)) {
      label.managedProperty().bind(label.visibleProperty());
    }
    for (int i = 0; i < DIGITS.length; i++) {
      int index = i;
      keys.on(Hotkeys.alt(DIGITS[i]), () -> press(index));
    }
    model.said().subscribe(this::say);
    context.texts().languageProperty().addListener(_ -> paint());
    show(null);
  }

  /** Shows an order; null for none. */
  void show(OrderJson order) {
    if (order != null && order.equals(shown)) {
      return;
    }
    shown = order;
    setVisible(order != null);
    // A list that is read anew shows nothing for a moment: what was said is still about this order.
    if (order != null && !order.id().equals(saidOf)) {
      saidOf = order.id();
      buyer.setVisible(false);
      model.hush();
    }
    paint();
  }

  /** What is shown, or null. */
  OrderJson shown() {
    return shown;
  }

  /** What can be done with any order, beside what its status allows. */
  void offer(KeyButton... buttons) {
    tools.getChildren().setAll(buttons);
  }

  /** Asks whom to call. */
  void showBuyer() {
    OrderJson asked = shown;
    if (asked == null) {
      return;
    }
    model.buyer(
        asked,
        person -> {
          if (shown == null || !shown.id().equals(asked.id())) {
            return;
          }
          Texts texts = context.texts();
          buyer.textProperty().unbind();
          if (person == null) {
            texts.bind(buyer.textProperty(), "orders.buyer.none");
          } else {
            String phone = person.phone() == null ? "" : Phones.format(person.phone());
            texts.bind(
                buyer.textProperty(),
                "orders.buyer",
                person.name() == null ? "–" : person.name(),
                phone);
          }
          buyer.setVisible(true);
        });
  }

  /** Times change their words as they pass. */
  void paint() {
    if (shown == null) {
      return;
    }
    Texts texts = context.texts();
    title.setText(texts.get("orders.order", shown.code()));
    sum.setText(Sums.format(shown.total()));
    status.setText(
        OrderWords.status(texts, shown.stage().status())
            + " · "
            + OrderWords.state(texts, shown.stage().state())
            + " · "
            + texts.get(
                "orders.made",
                context.moments().moment(shown.createdAt()),
                OrderWords.age(texts, context.moments().since(shown.createdAt()))));
    OrderWords.tone(shown).paint(status);
    lines.show(shown);
    facts.setText(
        OrderWords.delivery(texts, shown)
            + " · "
            + OrderWords.payment(texts, shown.delivery().paymentMode())
            + (shown.stage().canonicalStatus().equals("pending")
                ? ""
                : " · " + texts.get("orders.money." + shown.stage().canonicalStatus())));
    dates.setText(dates(texts));
    dates.setVisible(!dates.getText().isEmpty());
    buttons(texts);
    if (model.said().get() == null) {
      say(null);
    }
  }

  private String dates(Texts texts) {
    List<String> words = new ArrayList<>();
    for (String name : List.of("planned_delivery_date", "reservation_date", "courier_planned_at")) {
      if (shown.detail(name) != null) {
        words.add(texts.get("orders.date." + name, context.moments().moment(shown.detail(name))));
      }
    }
    if (shown.detail("waybill_number") != null) {
      words.add(texts.get("orders.waybill", shown.detail("waybill_number")));
    }
    Stream.of("pre_order", "express", "signature_required")
        .filter(flag -> "true".equals(shown.detail(flag)))
        .forEach(flag -> words.add(texts.get("orders.flag." + flag)));
    if (shown.detail("cancellation_reason") != null) {
      words.add(
          texts.get(
              "orders.cancelled_because",
              OrderWords.reason(texts, shown.detail("cancellation_reason"))));
    }
    return String.join(" · ", words);
  }

  private void buttons(Texts texts) {
    actions.getChildren().clear();
    List<String> offered = shown.next().actions();
    for (int i = 0; i < offered.size() && i < DIGITS.length; i++) {
      String action = offered.get(i);
      KeyButton button =
          new KeyButton(
                  OrderSteps.icon(action), Hotkeys.alt(DIGITS[i]), () -> steps.begin(shown, action))
              .captioned(texts, "orders.action." + action);
      button.setId("orders-" + action);
      button.setMinWidth(USE_PREF_SIZE);
      if (action.equals("cancel")) {
        button.styled("danger");
      } else if (i == 0) {
        button.styled("primary");
      }
      actions.getChildren().add(button);
    }
    actions.setManaged(!offered.isEmpty());
  }

  private void say(Message message) {
    boolean doubt = message == null && shown != null && shown.isUnconfirmed();
    said.setVisible(message != null || doubt);
    if (message != null) {
      message.show(said, context.texts());
    } else if (doubt) {
      OrderWords.doubt(shown).show(said, context.texts());
    }
  }

  private boolean press(int index) {
    if (shown == null || actions.isDisabled() || index >= shown.next().actions().size()) {
      return false;
    }
    steps.begin(shown, shown.next().actions().get(index));
    return true;
  }
}
