package duken.desktop.payment;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.SaleState;
import duken.desktop.shell.DeskContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Sending a bill once more of which nobody knows whether it was sent: only a person may. */
final class BillDecision extends VBox {

  BillDecision(PaymentViewModel model, DeskContext context, Hotkeys keys) {
    managedProperty().bind(visibleProperty());
    setVisible(false);
    KeyButton again =
        KeyButton.of(
            context.texts(),
            "payment.resend",
            Material2RoundMZ.SEND,
            Hotkeys.key(KeyCode.F3),
            keys,
            model::resend);
    again.setId("payment-resend");
    again.disableProperty().bind(model.cancellingProperty());
    getChildren().add(again);
  }

  void show(SaleState state) {
    setVisible(state == SaleState.MAYBE_SENT);
  }
}
