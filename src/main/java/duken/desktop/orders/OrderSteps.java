package duken.desktop.orders;

import duken.api.orders.OrderJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Question;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Asks what an action needs, and has it done. Nothing at Kaspi can be taken back. */
final class OrderSteps {

  private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
  private static final double WIDTH = 620;
  private static final String MOST_PARCELS = "[1-9][0-9]{0,2}";
  private static final String CODE = "[0-9A-Za-z]{1,20}";
  private static final int LONGEST_COMMENT = 1_000;
  private static final List<String> REASONS =
      List.of("MERCHANT_OUT_OF_STOCK", "BUYER_NOT_REACHABLE", "BUYER_CANCELLATION_BY_MERCHANT");

  private final DeskContext context;
  private final OrdersViewModel model;
  private final Runnable refocus;

  /**
   * @param refocus takes the focus back to the list when a form is gone
   */
  OrderSteps(DeskContext context, OrdersViewModel model, Runnable refocus) {
    this.context = context;
    this.model = model;
    this.refocus = refocus;
  }

  static Ikon icon(String action) {
    return switch (action) {
      case "accept", "complete" -> Material2RoundAL.CHECK;
      case "assemble" -> Material2RoundAL.LOCAL_SHIPPING;
      case "send-code" -> Material2RoundMZ.SMS;
      case "returned" -> Material2RoundMZ.UNDO;
      case "cancel" -> Material2RoundAL.CLOSE;
      default -> Material2RoundAL.ARROW_FORWARD;
    };
  }

  /** Opens the question of an action. */
  void begin(OrderJson order, String action) {
    switch (action) {
      case "assemble" -> assemble(order);
      case "complete" -> complete(order);
      case "cancel" -> cancel(order);
      default -> ask(order, action);
    }
  }

  private void ask(OrderJson order, String action) {
    Object[] words = {order.code(), Sums.format(order.total())};
    new Question("orders.ask." + action + ".", words, icon(action), false)
        .ask(
            context.texts(),
            context.navigator()::open,
            context.navigator()::closeSheet,
            () -> model.act(order, action, Map.of(), after -> went(after, action)));
  }

  /** The code is on its way to the buyer: the next step is to type it. */
  private void went(OrderJson after, String action) {
    if (action.equals("send-code") && !after.isUnconfirmed()) {
      complete(after);
    }
  }

  private void assemble(OrderJson order) {
    TextField parcels = field("orders-parcels", "1");
    form(
        order,
        "assemble",
        List.of(words("orders.ask.assemble.hint", order.code()), parcels),
        parcels,
        () ->
            fits(parcels, MOST_PARCELS)
                ? Map.of("number_of_space", Integer.parseInt(parcels.getText().strip()))
                : null);
  }

  private void complete(OrderJson order) {
    TextField code = field("orders-code", "");
    form(
        order,
        "complete",
        List.of(words("orders.ask.complete.hint", order.code()), code),
        code,
        () -> fits(code, CODE) ? Map.of("security_code", code.getText().strip()) : null);
  }

  private void cancel(OrderJson order) {
    ToggleGroup group = new ToggleGroup();
    List<Node> body = new ArrayList<>();
    body.add(words("orders.ask.cancel.hint", order.code()));
    for (String reason : REASONS) {
      RadioButton choice = new RadioButton();
      choice.setId("orders-reason-" + reason);
      choice.setUserData(reason);
      choice.setToggleGroup(group);
      choice.getStyleClass().add("row-main");
      context.texts().bind(choice.textProperty(), "orders.reason." + reason);
      body.add(choice);
    }
    group.getToggles().getFirst().setSelected(true);
    TextField comment = field("orders-comment", "");
    context.texts().bind(comment.promptTextProperty(), "orders.ask.cancel.comment");
    body.add(comment);
    form(
        order,
        "cancel",
        body,
        (Node) group.getToggles().getFirst(),
        () -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("reason", group.getSelectedToggle().getUserData());
          String typed = comment.getText().strip();
          if (!typed.isEmpty()) {
            values.put("comment", typed.substring(0, Math.min(typed.length(), LONGEST_COMMENT)));
          }
          return values;
        });
  }

  private interface Typed {
    /** What the action wants, or null when something is missing. */
    Map<String, Object> values();
  }

  private void form(OrderJson order, String action, List<Node> body, Node first, Typed typed) {
    Texts texts = context.texts();
    String key = "orders.ask." + action + ".";
    VBox column = new VBox(12, body.toArray(Node[]::new));
    Sheet sheet =
        new Sheet(texts.of(key + "title", order.code(), Sums.format(order.total())), column, WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton sure =
        new KeyButton(
                icon(action),
                Hotkeys.key(KeyCode.ENTER),
                () -> {
                  Map<String, Object> values = typed.values();
                  if (values != null) {
                    context.navigator().closeSheet();
                    model.act(order, action, values, after -> went(after, action));
                  }
                })
            .captioned(texts, key + "do")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled(action.equals("cancel") ? "danger-solid" : "primary");
    sure.setId("orders-sure");
    context.navigator().open(sheet.with(back, sure).onClosed(refocus));
    first.requestFocus();
  }

  private Label words(String key, Object... args) {
    Label label = new WrappedLabel("sheet-words");
    context.texts().bind(label.textProperty(), key, args);
    return label;
  }

  private static TextField field(String id, String value) {
    TextField field = new TextField(value);
    field.setId(id);
    field.getStyleClass().add("big-field");
    field.textProperty().addListener(_ -> field.pseudoClassStateChanged(FAULT, false));
    return field;
  }

  private static boolean fits(TextField field, String pattern) {
    boolean fits = field.getText().strip().matches(pattern);
    field.pseudoClassStateChanged(FAULT, !fits);
    if (!fits) {
      field.requestFocus();
    }
    return fits;
  }
}
