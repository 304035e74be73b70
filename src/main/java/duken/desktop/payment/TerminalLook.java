package duken.desktop.payment;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.SaleState;
import duken.desktop.shell.DeskContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The answers to the question what the terminal shows of a sale nobody knows of. */
final class TerminalLook extends VBox {

  TerminalLook(PaymentViewModel model, DeskContext context, Hotkeys keys) {
    super(8);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    setId("payment-look");
    KeyButton waits =
        KeyButton.of(
            context.texts(),
            "payment.look.waits",
            Material2RoundMZ.POINT_OF_SALE,
            Hotkeys.key(KeyCode.F3),
            keys,
            () -> model.look("waits", context.texts().get("payment.look.reason")));
    KeyButton nothing =
        KeyButton.of(
            context.texts(),
            "payment.look.nothing",
            Material2RoundAL.CLOSE,
            Hotkeys.key(KeyCode.F4),
            keys,
            () -> model.look("nothing", context.texts().get("payment.look.reason")));
    getChildren().addAll(waits, nothing);
  }

  void show(SaleState state) {
    setVisible(state == SaleState.LOOK);
  }
}
