package duken.desktop.till;

import duken.desktop.cart.CartDesk;
import duken.desktop.cart.GoodsStrip;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.till.cash.CashBeside;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where a sale is typed: the amount, the keypad, what to do with it, today's sales beside. */
final class TillView extends HBox {

  private final SaleForm form;
  private final AmountView amount;
  private final GoodsStrip goods;
  private final Label message = new WrappedLabel("form-message");

  TillView(SaleForm form, CartDesk cart, TodaySales today, DeskContext context, Hotkeys keys) {
    this.form = form;
    amount = new AmountView(form, context.texts());
    Keypad keypad = new Keypad(form);
    FormPanels panels = new FormPanels(form, context, keys);
    HBox.setHgrow(keypad, Priority.ALWAYS);
    HBox.setHgrow(panels, Priority.ALWAYS);
    keypad.setPrefWidth(400);
    panels.setPrefWidth(380);
    panels.setMinWidth(340);
    HBox lower = new HBox(16, keypad, panels);
    VBox.setVgrow(lower, Priority.ALWAYS);
    GoodsStrip strip = cart.strip(keys, form::typedToCart);
    goods = strip;
    VBox left = new VBox(amount, messageLine(context), strip, lower);
    left.setSpacing(6);
    HBox.setHgrow(left, Priority.ALWAYS);
    TodayPanel panel = new TodayPanel(today, context);
    Region basket = cart.panel(keys);
    StackPane beside = new StackPane(panel, basket);
    beside.setMinWidth(370);
    beside.setPrefWidth(400);
    beside.setMaxWidth(460);
    form.goods()
        .cartProperty()
        .subscribe(
            now -> {
              basket.setVisible(!now.isEmpty());
              panel.setVisible(now.isEmpty());
            });
    setSpacing(16);
    getChildren().addAll(left, beside);
    form.stepProperty().subscribe(step -> focus(step));
  }

  /** Asks again what there is to sell. */
  void lookAtGoods() {
    goods.load();
  }

  /** Gives the focus to what is being typed. */
  void focus() {
    focus(form.stepProperty().get());
  }

  private void focus(SaleForm.Step step) {
    if (step != SaleForm.Step.NOTE) {
      amount.requestFocus();
    }
  }

  private HBox messageLine(DeskContext context) {
    Label note = new Label();
    note.getStyleClass().addAll("muted", "small-word");
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> note(context),
                form.commentProperty(),
                form.orderProperty(),
                form.cash.property(),
                context.texts().languageProperty()));
    form.messageProperty().subscribe(now -> show(now, context));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(12, message, gap, note);
    line.getStyleClass().add("message-line");
    return line;
  }

  private void show(Message now, DeskContext context) {
    if (now == null) {
      message.textProperty().unbind();
      message.setText("");
    } else {
      now.show(message, context.texts());
    }
  }

  private String note(DeskContext context) {
    String order = form.orderProperty().get();
    String comment = form.commentProperty().get();
    String first = order.isBlank() ? "" : context.texts().get("till.order.short", order.strip());
    CashBeside.Part beside = form.cash.property().get();
    String cash =
        beside == null
            ? ""
            : context.texts().get("cash.part.beside", Sums.format(beside.amount()))
                + (order.isBlank() && comment.isBlank() ? "" : " · ");
    return cash + first + (first.isEmpty() || comment.isBlank() ? "" : " · ") + comment.strip();
  }
}
