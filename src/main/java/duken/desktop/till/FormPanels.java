package duken.desktop.till;

import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.shell.DeskContext;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * What can be done with the amount, or the phone, or the note: all in the same place, so that
 * nothing moves when one takes the place of another.
 */
final class FormPanels extends StackPane {

  private final SaleForm form;
  private final DeskContext context;
  private final Hotkeys keys;
  private final TextField comment = new TextField();

  FormPanels(SaleForm form, DeskContext context, Hotkeys keys) {
    this.form = form;
    this.context = context;
    this.keys = keys;
    VBox actions = actions();
    VBox phone = new PhonePanel(form, context, keys);
    VBox note = note();
    getChildren().addAll(actions, phone, note);
    form.stepProperty()
        .subscribe(
            step -> {
              actions.setVisible(step == SaleForm.Step.AMOUNT);
              phone.setVisible(step == SaleForm.Step.PHONE);
              note.setVisible(step == SaleForm.Step.NOTE);
              if (step == SaleForm.Step.NOTE) {
                comment.requestFocus();
              }
            });
  }

  private VBox actions() {
    KeyButton qr =
        button(
                "till.qr",
                Material2RoundMZ.QR_CODE_2,
                KeyCode.ENTER,
                () -> form.create(NotMade.Way.QR))
            .styled("primary", "huge")
            .iconSize(44);
    // Enter is the one of them that this desk uses more; the other one has F10.
    KeyButton qrSecond =
        button(
                "till.qr",
                Material2RoundMZ.QR_CODE_2,
                KeyCode.F10,
                () -> form.create(NotMade.Way.QR))
            .styled("large");
    KeyButton terminal = terminal(KeyCode.ENTER).styled("primary", "huge").iconSize(44);
    KeyButton terminalSecond = terminal(KeyCode.F10).styled("large");
    terminal.setId("till-terminal");
    terminalSecond.setId("till-terminal-second");
    KeyButton phone =
        button("till.phone", Material2RoundMZ.SMARTPHONE, KeyCode.F3, form::askPhone)
            .styled("large")
            .iconSize(28);
    KeyButton link =
        button("till.link", Material2RoundAL.LINK, KeyCode.F5, () -> form.create(NotMade.Way.LINK))
            .iconSize(28);
    link.setId("till-link");
    KeyButton note = button("till.note", Material2RoundAL.COMMENT, KeyCode.F4, form::askNote);
    KeyButton clear =
        button("till.clear", Material2RoundAL.CLOSE, KeyCode.ESCAPE, form::back).styled("quiet");
    form.busyProperty().subscribe(_ -> caption(qr));
    form.trouble.stateProperty().subscribe(_ -> caption(qr));
    for (KeyButton each : new KeyButton[] {terminal, terminalSecond, qrSecond}) {
      each.disableProperty().bind(form.busyProperty());
      each.setMaxHeight(Double.MAX_VALUE);
    }
    VBox.setVgrow(terminal, Priority.ALWAYS);
    qr.disableProperty().bind(form.busyProperty());
    phone.disableProperty().bind(form.busyProperty());
    link.disableProperty().bind(form.busyProperty());
    BankNeeded bank = new BankNeeded(context, keys);
    context
        .feed()
        .stateProperty()
        .subscribe(
            state -> {
              boolean needed = bank.show(state);
              boolean scans = !needed && context.feed().can("qr");
              boolean asks = !needed && context.feed().can("terminal");
              boolean terminalFirst = asks && (!scans || context.preferences().terminalOnEnter());
              shown(qr, scans && !terminalFirst);
              shown(qrSecond, scans && terminalFirst);
              shown(terminal, terminalFirst);
              shown(terminalSecond, asks && !terminalFirst);
              shown(phone, !needed && context.feed().can("phone"));
              shown(link, !needed && context.feed().can("link"));
            });
    VBox.setVgrow(qr, Priority.ALWAYS);
    VBox.setVgrow(phone, Priority.SOMETIMES);
    qr.setMaxHeight(Double.MAX_VALUE);
    VBox box = new VBox(8, bank, qr, terminal, terminalSecond, qrSecond, phone, link, note, clear);
    box.setFillWidth(true);
    return box;
  }

  private KeyButton terminal(KeyCode key) {
    return button(
        "till.terminal",
        Material2RoundMZ.POINT_OF_SALE,
        key,
        () -> form.createAtTerminal(context.preferences().terminal().orElse(null)));
  }

  private void caption(KeyButton qr) {
    String key =
        form.busyProperty().get()
            ? "till.qr.busy"
            : switch (form.trouble.stateProperty().get()) {
              case NONE -> "till.qr";
              case ROADLESS -> "till.qr.again";
              case UNSURE -> "till.qr.check";
            };
    context.texts().bind(qr.captionProperty(), key);
  }

  private VBox note() {
    TextField order = new TextField();
    comment.textProperty().bindBidirectional(form.commentProperty());
    order.textProperty().bindBidirectional(form.orderProperty());
    comment.setId("till-comment");
    order.setId("till-order");
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    KeyButton done =
        button("till.note.done", Material2RoundAL.CHECK, KeyCode.ENTER, form::back)
            .styled("primary");
    KeyButton back =
        button("till.back", Material2RoundAL.ARROW_BACK, KeyCode.ESCAPE, form::back)
            .styled("quiet");
    VBox fields = new VBox(6, label("till.comment"), comment, label("till.order"), order);
    for (TextField field : new TextField[] {comment, order}) {
      field.getStyleClass().add("big-field");
    }
    VBox box = new VBox(8, fields, gap, done, back);
    return box;
  }

  private KeyButton button(
      String textKey, org.kordamp.ikonli.Ikon icon, KeyCode code, Runnable action) {
    return KeyButton.of(context.texts(), textKey, icon, Hotkeys.key(code), keys, action);
  }

  private Label label(String textKey) {
    Label label = new Label();
    label.getStyleClass().add("field-label");
    context.texts().bind(label.textProperty(), textKey);
    return label;
  }

  private static void shown(KeyButton button, boolean is) {
    button.setVisible(is);
    button.setManaged(is);
  }
}
