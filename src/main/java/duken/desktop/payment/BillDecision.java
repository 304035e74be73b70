package duken.desktop.payment;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.SaleState;
import duken.desktop.shell.DeskContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** What only a person may decide: a bill sent once more, money seen in the bank's own app. */
final class BillDecision extends VBox {

  private final KeyButton again;
  private final KeyButton seen;

  BillDecision(PaymentViewModel model, DeskContext context, Hotkeys keys) {
    super(8);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    again =
        KeyButton.of(
            context.texts(),
            "payment.resend",
            Material2RoundMZ.SEND,
            Hotkeys.key(KeyCode.F3),
            keys,
            model::resend);
    again.setId("payment-resend");
    again.disableProperty().bind(model.cancellingProperty());
    seen =
        KeyButton.of(
            context.texts(),
            "payment.hand",
            Material2RoundAL.CHECK,
            Hotkeys.key(KeyCode.F10),
            keys,
            () -> HandDecisionSheet.open(context, "payment.hand.", true, model::paidByHand));
    seen.setId("payment-hand");
    seen.disableProperty().bind(model.cancellingProperty());
    for (KeyButton button : new KeyButton[] {again, seen}) {
      button.managedProperty().bind(button.visibleProperty());
    }
    getChildren().addAll(again, seen);
  }

  /**
   * Offers what can be decided.
   *
   * @param terminal whether the terminal on the counter has the sale, which answers by itself
   */
  void show(SaleState state, boolean terminal) {
    again.setVisible(state == SaleState.MAYBE_SENT);
    seen.setVisible(state == SaleState.CHECKING && !terminal);
    setVisible(again.isVisible() || seen.isVisible());
  }
}
