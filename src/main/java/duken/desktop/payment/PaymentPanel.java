package duken.desktop.payment;

import duken.api.DeskJson;
import duken.api.InvoiceJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.SaleState;
import duken.desktop.kit.StatusBadge;
import duken.desktop.kit.Tone;
import duken.desktop.kit.WrappedLabel;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.link.LinkActions;
import duken.desktop.link.LinkSharing;
import duken.desktop.shell.DeskContext;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** How a payment goes: state, time left, what it is for, and what the cashier can do. */
final class PaymentPanel extends VBox {

  /** The bank discarded the QRs of this invoice at once, one after the other. */
  private static final String QR_DISCARDED = "qr_discarded";

  private static final String SIGNED_OUT = "payment.hint.signed_out";

  private final PaymentViewModel model;
  private final DeskContext context;
  private final Hotkeys keys;
  private final StatusBadge badge;
  private final Label hint = new WrappedLabel("payment-hint");
  private final Label time = new Label();
  private final Label timeCaption = new Label();
  private final Label about = new Label();
  private final Label evidence = new WrappedLabel("payment-evidence", "muted");
  private final Label message = new Label();
  private final KeyButton cancel;
  private final KeyButton send;
  private final KeyButton ask;
  private final KeyButton again;
  private final VBox question;
  private final TerminalLook look;
  private final LinkActions link;
  private final BillDecision bill;
  private final VBox actions;

  PaymentPanel(
      PaymentViewModel model, DeskContext context, Hotkeys keys, Runnable leave, Runnable again) {
    this.model = model;
    this.context = context;
    this.keys = keys;
    badge = new StatusBadge(context.texts(), 34);
    badge.getStyleClass().add("payment-badge");
    badge.setWrapText(true);
    time.getStyleClass().add("countdown");
    time.textProperty().bind(model.timeLeftProperty());
    timeCaption.getStyleClass().add("field-label");
    context.texts().bind(timeCaption.textProperty(), "payment.time_left");
    about.getStyleClass().add("muted");
    about.setWrapText(true);
    message.setWrapText(true);
    for (Label each : new Label[] {about, message}) {
      each.managedProperty().bind(each.textProperty().isNotEmpty());
    }

    // Yes comes first: while the question stands, Del and Esc are its answers.
    question = question();
    cancel =
        button("payment.cancel", Material2RoundAL.CANCEL, KeyCode.DELETE, model::cancel)
            .styled("danger");
    send =
        button("payment.send_late", Material2RoundMZ.SEND, KeyCode.ENTER, model::sendLate)
            .styled("primary");
    send.setId("payment-send-late");
    send.managedProperty().bind(send.visibleProperty());
    send.setVisible(false);
    ask = button("payment.ask", Material2RoundMZ.SYNC, KeyCode.F5, model::askBank);
    ask.setId("payment-ask");
    ask.managedProperty().bind(ask.visibleProperty());
    this.again =
        button("payment.again", Material2RoundMZ.REPLAY, KeyCode.ENTER, again).styled("primary");
    KeyButton next =
        button("payment.next", Material2RoundAL.ADD, KeyCode.ESCAPE, leave).styled("large");
    look = new TerminalLook(model, context, keys);
    link = new LinkActions(context, keys, model.saleProperty()::get);
    bill = new BillDecision(model, context, keys);
    actions = new VBox(8, message, look, bill, link, send, ask, this.again, cancel, next);
    StackPane buttons = new StackPane(actions, question);
    actions.setFillWidth(true);
    actions.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getStyleClass().addAll("card", "payment-panel");
    setSpacing(7);
    getChildren().addAll(badge, timeCaption, time, hint, evidence, about, gap, buttons);

    model
        .saleProperty()
        .subscribe(
            sale -> {
              show(sale);
              show(model.stateProperty().get());
            });
    model.stateProperty().subscribe(this::show);
    model.messageProperty().subscribe(now -> PaymentView.show(now, message, context));
    context.texts().bind(evidence.textProperty(), "payment.no_evidence");
    evidence.managedProperty().bind(evidence.visibleProperty());
    model.asksToCancelProperty().subscribe(this::ask);
    model.cancellingProperty().subscribe(_ -> show(model.stateProperty().get()));
    model.askingProperty().subscribe(_ -> show(model.stateProperty().get()));
    model.payableProperty().subscribe(_ -> show(model.stateProperty().get()));
    model.minutesQueuedProperty().subscribe(_ -> show(model.stateProperty().get()));
    context.feed().stateProperty().subscribe(_ -> show(model.stateProperty().get()));
    context.texts().languageProperty().addListener(_ -> show(model.saleProperty().get()));
  }

  private VBox question() {
    Label ask = new WrappedLabel("question");
    model
        .stateProperty()
        .subscribe(
            state ->
                context
                    .texts()
                    .bind(
                        ask.textProperty(),
                        isUnsent(state) ? "payment.withdraw.sure" : "payment.cancel.sure"));
    KeyButton yes =
        button("payment.cancel.yes", Material2RoundAL.CANCEL, KeyCode.DELETE, model::cancel)
            .styled("danger-solid");
    KeyButton no =
        button("payment.cancel.no", Material2RoundAL.ARROW_BACK, KeyCode.ESCAPE, model::keep)
            .styled("large");
    VBox box = new VBox(8, ask, yes, no);
    box.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
    box.setVisible(false);
    return box;
  }

  private void ask(boolean asks) {
    question.setVisible(asks);
    actions.setVisible(!asks);
    hint.setVisible(!asks);
    hint.setManaged(!asks);
  }

  private void show(DeskJson.Sale sale) {
    if (sale == null) {
      return;
    }
    InvoiceJson invoice = sale.invoice();
    String order =
        invoice.terms().externalOrderId() == null
            ? ""
            : context.texts().get("payment.order", invoice.terms().externalOrderId());
    String comment = invoice.terms().description() == null ? "" : invoice.terms().description();
    String said =
        TerminalHint.reason(invoice, SaleState.of(sale))
            .map(words -> context.texts().get("payment.terminal.said", words))
            .orElse("");
    about.setText(
        Stream.of(SaleNumber.of(context.texts(), sale), order, comment, said)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n")));
  }

  private void show(SaleState state) {
    if (state == null) {
      return;
    }
    badge.show(state);
    String key = hintKey(state);
    (key.equals(SIGNED_OUT) ? Tone.CAREFUL : Tone.PLAIN).paint(hint);
    context.texts().bind(hint.textProperty(), key, model.minutesQueuedProperty());
    evidence.setVisible(state.isOpen() && !state.isUnsent());
    look.show(state);
    DeskJson.Sale shown = model.saleProperty().get();
    bill.show(state, shown != null && "terminal".equals(shown.invoice().state().type()));
    link.setVisible(
        model.payableProperty().get() && LinkSharing.isLink(model.saleProperty().get()));
    send.setVisible(state == SaleState.HELD);
    ask.setVisible(model.canAskBank() || model.askingProperty().get());
    ask.setDisable(!model.canAskBank());
    send.setDisable(model.cancellingProperty().get());
    context
        .texts()
        .bind(cancel.captionProperty(), isUnsent(state) ? "payment.withdraw" : "payment.cancel");
    // The time keeps its place while the payment is open, so that nothing below it moves.
    for (Label each : new Label[] {time, timeCaption}) {
      each.setVisible(model.payableProperty().get() && !state.isUnsent());
      each.setManaged(state.isOpen() && !state.isUnsent());
    }
    boolean cancellable = model.isCancellable();
    cancel.setVisible(cancellable || model.cancellingProperty().get());
    cancel.setDisable(!cancellable);
    again.setVisible(!state.isOpen());
    again.setManaged(!state.isOpen());
    cancel.setManaged(state.isOpen());
  }

  /** Without a session nobody hears of the customer's money: the cashier has to know that. */
  private String hintKey(SaleState state) {
    DeskJson.State desk = context.feed().stateProperty().get();
    boolean deaf = desk != null && !desk.training() && desk.way().connection().equals("signed_out");
    if (deaf && state.isOpen() && !state.isUnsent()) {
      return SIGNED_OUT;
    }
    DeskJson.Sale sale = model.saleProperty().get();
    if (sale != null && QR_DISCARDED.equals(sale.invoice().outcome().errorCode())) {
      return state == SaleState.NOT_SENT ? "payment.hint.qr_discarded" : "payment.hint.qr_given_up";
    }
    Optional<String> terminal = TerminalHint.key(state, sale);
    if (terminal.isPresent()) {
      return terminal.get();
    }
    boolean fresh = state == SaleState.NOT_SENT && model.minutesQueuedProperty().get() == 0;
    return "payment.hint." + state.name().toLowerCase(Locale.ROOT) + (fresh ? ".fresh" : "");
  }

  private static boolean isUnsent(SaleState state) {
    return state != null && state.isUnsent();
  }

  private KeyButton button(String key, Ikon icon, KeyCode code, Runnable action) {
    return KeyButton.of(context.texts(), key, icon, Hotkeys.key(code), keys, action);
  }
}
