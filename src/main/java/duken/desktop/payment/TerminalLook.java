package duken.desktop.payment;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.SaleState;
import duken.desktop.shell.DeskContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** The three answers to the question what the terminal shows of a sale nobody knows of. */
final class TerminalLook extends VBox {

  private final PaymentViewModel model;
  private final DeskContext context;
  private final Hotkeys keys;

  TerminalLook(PaymentViewModel model, DeskContext context, Hotkeys keys) {
    super(8);
    this.model = model;
    this.context = context;
    this.keys = keys;
    managedProperty().bind(visibleProperty());
    setVisible(false);
    setId("payment-look");
    getChildren()
        .addAll(
            answer("waits", Material2RoundMZ.POINT_OF_SALE, KeyCode.F3),
            answer("nothing", Material2RoundAL.CLOSE, KeyCode.F4),
            answer("paid", Material2RoundAL.CHECK, KeyCode.F5));
  }

  void show(SaleState state) {
    setVisible(state == SaleState.LOOK);
  }

  private KeyButton answer(String seen, Ikon icon, KeyCode key) {
    KeyButton button =
        KeyButton.of(
            context.texts(),
            "payment.look." + seen,
            icon,
            Hotkeys.key(key),
            keys,
            () ->
                HandDecisionSheet.open(
                    context,
                    "payment.look." + seen + ".",
                    !seen.equals("waits"),
                    why -> model.look(seen, why)));
    button.setId("payment-look-" + seen);
    return button;
  }
}
