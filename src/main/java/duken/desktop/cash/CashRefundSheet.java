package duken.desktop.cash;

import duken.api.cash.CashJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.SumField;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.task.FormKey;
import duken.desktop.print.SlipPrinting;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import duken.domain.Money;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Gives cash back for a sale in cash, no more than is left of it. */
final class CashRefundSheet {

  private static final double WIDTH = 680;

  private final DeskContext context;
  private final Texts texts;
  private final CashJson.Operation sale;
  private final SlipPrinting slips;
  private final FormKey key = new FormKey();
  private final Money left;
  private final CashSumField amount;
  private final TextField reason = new TextField();
  private boolean busy;

  CashRefundSheet(DeskContext context, CashJson.Operation sale, SlipPrinting slips) {
    this.context = context;
    this.texts = context.texts();
    this.sale = sale;
    this.slips = slips;
    left = Sums.ofWire(sale.refundable());
    TextField sum = new SumField();
    sum.setText(Sums.bare(left));
    sum.setId("cash-refund-amount");
    amount = new CashSumField(texts, "cash.list.amount", sum, false);
  }

  void open() {
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), "cash.move.reason");
    name.setLabelFor(reason);
    reason.setId("cash-refund-reason");
    reason.getStyleClass().add("big-field");
    reason.accessibleTextProperty().bind(texts.of("cash.move.reason"));
    VBox body = new VBox(12, amount, new VBox(4, name, reason));
    Sheet sheet = new Sheet(texts.of("cash.list.refund"), body, WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton give =
        new KeyButton(Material2RoundMZ.UNDO, Hotkeys.key(KeyCode.ENTER), this::give)
            .captioned(texts, "cash.list.refund")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.ENTER))
            .styled("danger-solid");
    give.setId("cash-refund-do");
    context.navigator().open(sheet.with(back, give));
    SheetFocus.into(amount.input(), sheet);
    amount.input().selectAll();
  }

  private void give() {
    Money sum = busy ? null : amount.read().orElse(null);
    if (sum == null) {
      return;
    }
    if (sum.exceeds(left)) {
      amount.fault("cash.list.bound", Sums.format(left));
      return;
    }
    String why = reason.getText() == null ? "" : reason.getText().strip();
    CashJson.Refund wish = new CashJson.Refund(sale.id(), sum.toWire(), why.isEmpty() ? null : why);
    String callKey = key.keyFor(wish);
    busy = true;
    context
        .background()
        .ask(
            () -> context.engine().cash().refund(wish, callKey),
            made -> {
              context.navigator().closeSheet();
              context
                  .navigator()
                  .say(Message.of(Tone.GOOD, "cash.list.refunded", Sums.format(made.amount())));
              slips.soldForCash(made);
            },
            e -> {
              busy = false;
              context.navigator().say(Message.of(e));
            });
  }
}
