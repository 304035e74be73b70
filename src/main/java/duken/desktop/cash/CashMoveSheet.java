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
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** Puts cash into the drawer or takes it out, always with a reason. */
public final class CashMoveSheet {

  private static final double WIDTH = 680;

  private final DeskContext context;
  private final Texts texts;
  private final Runnable done;
  private final FormKey key = new FormKey();
  private final CashSumField amount;
  private final TextField reason = new TextField();
  private boolean busy;

  /**
   * A sheet for one movement.
   *
   * @param done runs once it is noted
   */
  public CashMoveSheet(DeskContext context, Runnable done) {
    this.context = context;
    this.texts = context.texts();
    this.done = done;
    TextField sum = new SumField();
    sum.setId("cash-move-amount");
    amount = new CashSumField(texts, "cash.move.amount", sum, false);
  }

  /** Shows it. */
  public void open() {
    Label name = new Label();
    name.getStyleClass().add("field-label");
    texts.bind(name.textProperty(), "cash.move.reason");
    name.setLabelFor(reason);
    reason.setId("cash-move-reason");
    reason.getStyleClass().add("big-field");
    reason.accessibleTextProperty().bind(texts.of("cash.move.reason"));
    texts.bind(reason.promptTextProperty(), "cash.move.prompt");
    VBox body = new VBox(12, amount, new VBox(4, name, reason));
    Sheet sheet = new Sheet(texts.of("cash.move.title"), body, WIDTH);
    KeyButton back =
        new KeyButton(
                Material2RoundAL.ARROW_BACK,
                Hotkeys.key(KeyCode.ESCAPE),
                context.navigator()::closeSheet)
            .captioned(texts, "question.no");
    KeyButton out =
        new KeyButton(Material2RoundAL.ARROW_UPWARD, Hotkeys.key(KeyCode.F10), () -> move(false))
            .captioned(texts, "cash.move.out")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.F10));
    KeyButton in =
        new KeyButton(Material2RoundAL.ARROW_DOWNWARD, Hotkeys.key(KeyCode.F4), () -> move(true))
            .captioned(texts, "cash.move.in")
            .wire(sheet.keys(), Hotkeys.key(KeyCode.F4));
    out.setId("cash-out");
    in.setId("cash-in");
    context.navigator().open(sheet.with(back, out, in));
    SheetFocus.into(amount.input(), sheet);
  }

  private void move(boolean in) {
    String why = reason.getText() == null ? "" : reason.getText().strip();
    if (busy || amount.read().isEmpty()) {
      return;
    }
    if (why.isEmpty()) {
      amount.fault("cash.move.why");
      reason.requestFocus();
      return;
    }
    CashJson.Move wish = new CashJson.Move(amount.read().orElseThrow().toWire(), why);
    String callKey = key.keyFor(java.util.List.of(wish, in));
    busy = true;
    context
        .background()
        .ask(
            () ->
                in
                    ? context.engine().cash().putIn(wish, callKey)
                    : context.engine().cash().takeOut(wish, callKey),
            made -> {
              context.navigator().closeSheet();
              context
                  .navigator()
                  .say(
                      Message.of(
                          Tone.GOOD,
                          in ? "cash.moved.in" : "cash.moved.out",
                          Sums.format(made.amount())));
              done.run();
            },
            e -> {
              busy = false;
              context.navigator().say(Message.of(e));
            });
  }
}
