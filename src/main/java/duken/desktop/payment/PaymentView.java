package duken.desktop.payment;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.Message;
import duken.desktop.qr.QrPicture;
import duken.desktop.shell.DeskContext;
import duken.desktop.training.CustomerPhone;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A payment under way: what the customer needs on the left, how it goes in the middle. */
public final class PaymentView extends HBox {

  /**
   * The view of whatever payment {@code model} follows.
   *
   * @param leave sets the payment aside and frees the till
   * @param again frees the till with the same sum in it
   */
  public PaymentView(
      PaymentViewModel model, DeskContext context, Hotkeys keys, Runnable leave, Runnable again) {
    PayCard card = new PayCard(context.texts());
    PaymentPanel panel = new PaymentPanel(model, context, keys, leave, again);
    CustomerPhone phone = new CustomerPhone(context, keys);
    phone.setMinWidth(292);
    phone.setMaxWidth(292);
    HBox.setHgrow(panel, Priority.ALWAYS);
    panel.setPrefWidth(380);
    panel.setMinWidth(330);
    setSpacing(16);
    getChildren().addAll(card, panel, phone);
    getStyleClass().add("payment");
    model.saleProperty().subscribe(_ -> show(model, card, phone));
    model.stateProperty().subscribe(_ -> show(model, card, phone));
    model.payableProperty().subscribe(_ -> show(model, card, phone));
    context
        .feed()
        .stateProperty()
        .subscribe(
            state -> {
              boolean training = state != null && state.training();
              phone.setVisible(training);
              phone.setManaged(training);
            });
  }

  /** Makes the first QR of the day as quick as the later ones. May be called on any thread. */
  public static void warmUp() {
    QrPicture.encode("https://example.kz/pay/0123456789abcdefghijkl");
  }

  private static void show(PaymentViewModel model, PayCard card, CustomerPhone phone) {
    if (model.saleProperty().get() != null && model.stateProperty().get() != null) {
      card.show(
          model.saleProperty().get(), model.stateProperty().get(), model.payableProperty().get());
      phone.show(model.saleProperty().get());
    }
  }

  static void show(Message message, Label label, DeskContext context) {
    if (message == null) {
      label.textProperty().unbind();
      label.setText("");
    } else {
      message.show(label, context.texts());
    }
  }
}
