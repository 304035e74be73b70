package duken.desktop.refund;

import duken.api.DeskJson.Sale;
import duken.api.RefundJson;
import duken.desktop.kit.Hotkeys;
import duken.desktop.kit.KeyButton;
import duken.desktop.kit.Message;
import duken.desktop.kit.Sheet;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.SaleNumber;
import duken.desktop.kit.format.Sums;
import duken.desktop.print.SlipPrinting;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import duken.domain.Money;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/**
 * A refund as a sheet above the screen. Enter leads on, Esc leads back; a held Enter counts once,
 * so that nobody sends money by leaning on the keyboard.
 */
public final class RefundSheet {

  private static final double WIDTH = 780;

  private final DeskContext context;
  private final Texts texts;
  private final RefundViewModel model;
  private final Runnable ended;
  private final Sheet sheet;
  private final RefundFormPane form;
  private final RefundNotice notice;
  private final ReturnQrPane scan;

  private final KeyButton close;
  private final KeyButton next;
  private final KeyButton confirm;
  private final KeyButton back;
  private final KeyButton again;
  private final KeyButton finish;

  private boolean enterHeld;
  private boolean gone;

  private RefundSheet(DeskContext context, RefundViewModel model, Runnable ended) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.ended = ended;
    StackPane body = new StackPane();
    sheet =
        new Sheet(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        model.form().byHand() ? "refund.hand.title" : "refund.title",
                        SaleNumber.of(texts, model.sale())),
                texts.languageProperty()),
            body,
            WIDTH);
    form = new RefundFormPane(model, texts, sheet.keys());
    notice = new RefundNotice(model, texts);
    scan = new ReturnQrPane(context, model);
    body.getChildren().addAll(form, notice, scan);
    body.setMinHeight(340);

    close =
        button(Material2RoundAL.CLOSE, KeyCode.ESCAPE, context.navigator()::closeSheet, "close");
    next = button(Material2RoundAL.ARROW_FORWARD, KeyCode.ENTER, model::next, "next");
    next.styled("primary");
    confirm = new KeyButton(Material2RoundMZ.UNDO, Hotkeys.key(KeyCode.ENTER), model::confirm);
    confirm.styled("danger-solid");
    back = button(Material2RoundAL.ARROW_BACK, KeyCode.ESCAPE, model::back, "back");
    again = button(Material2RoundMZ.REFRESH, KeyCode.ENTER, model::askAgain, "ask_again");
    again.styled("primary");
    finish =
        button(Material2RoundAL.CHECK, KeyCode.ENTER, context.navigator()::closeSheet, "close");
    finish.styled("primary");
    name();
    // Confirm does not lie where Next was: a double click on Next must not send money.
    sheet.with(close, confirm, back, next, again, finish);
    for (Node each : new Node[] {close, next, confirm, back, again, finish}) {
      each.managedProperty().bind(each.visibleProperty());
    }
    wire();
    model.step().subscribe(this::show);
  }

  /**
   * Opens a refund of what is left of {@code sale}, or follows the one that is on its way.
   *
   * @param underWay what the bank has not answered yet, or null
   * @param ended called when it ended, or may have
   */
  public static void open(DeskContext context, Sale sale, RefundJson underWay, Runnable ended) {
    RefundViewModel model =
        new RefundViewModel(
            context.engine(),
            context.background(),
            () -> UUID.randomUUID().toString(),
            sale,
            context.feed().can(sale.invoice(), "partial_refund"));
    if (underWay != null) {
      model.follow(underWay);
    }
    show(context, model, ended);
  }

  /**
   * Opens the writing down of what was returned in the bank's own application.
   *
   * @param ended called when it ended, or may have
   */
  public static void openByHand(DeskContext context, Sale sale, Runnable ended) {
    show(
        context,
        new RefundViewModel(
            context.engine(),
            context.background(),
            () -> UUID.randomUUID().toString(),
            sale,
            new RefundForm(Money.of(sale.invoice().refunded().availableForRefund()), true, true)),
        ended);
  }

  private static void show(DeskContext context, RefundViewModel model, Runnable ended) {
    RefundSheet refund = new RefundSheet(context, model, ended);
    context.navigator().open(refund.sheet);
    if (model.step().get() == RefundStep.FORM) {
      refund.form.takeFocus();
    }
    model.begin();
  }

  private KeyButton button(
      org.kordamp.ikonli.Ikon icon, KeyCode code, Runnable action, String word) {
    return new KeyButton(icon, Hotkeys.key(code), action).captioned(texts, "refund.action." + word);
  }

  private void name() {
    next.setId("refund-next");
    confirm.setId("refund-confirm");
    again.setId("refund-again");
    finish.setId("refund-finish");
  }

  private void wire() {
    sheet.keys().on(Hotkeys.key(KeyCode.ENTER), this::enter);
    sheet.keys().on(Hotkeys.key(KeyCode.ESCAPE), this::escape);
    sheet.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    sheet.setFocusTraversable(true);
    sheet.onClosed(this::closed);
    next.disableProperty()
        .bind(model.check().map(check -> !(check instanceof RefundForm.Check.Good)));
  }

  private boolean enter() {
    if (!enterHeld) {
      enterHeld = true;
      switch (model.step().get()) {
        case FORM -> model.next();
        case CONFIRM -> model.confirm();
        case UNKNOWN -> model.askAgain();
        case DONE, UNDERWAY, REFUSED, OTHER -> context.navigator().closeSheet();
        case SENDING, SCAN -> {}
      }
    }
    return true;
  }

  private boolean escape() {
    return switch (model.step().get()) {
      case CONFIRM, REFUSED -> {
        model.back();
        yield true;
      }
      case SENDING -> true;
      case FORM, SCAN, DONE, UNDERWAY, UNKNOWN, OTHER -> false;
    };
  }

  private void released(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      enterHeld = false;
    }
  }

  private void show(RefundStep step) {
    form.setVisible(step == RefundStep.FORM);
    notice.setVisible(step != RefundStep.FORM && step != RefundStep.SCAN);
    scan.setVisible(step == RefundStep.SCAN);
    notice.show(step);
    confirm.captioned(
        texts,
        model.form().byHand() ? "refund.hand.confirm" : "refund.action.confirm",
        Sums.format(model.amount()));
    close.setVisible(
        step == RefundStep.FORM || step == RefundStep.UNKNOWN || step == RefundStep.SCAN);
    next.setVisible(step == RefundStep.FORM);
    confirm.setVisible(step == RefundStep.CONFIRM);
    back.setVisible(step == RefundStep.CONFIRM || step == RefundStep.REFUSED);
    again.setVisible(step == RefundStep.UNKNOWN);
    finish.setVisible(
        switch (step) {
          case DONE, UNDERWAY, REFUSED, OTHER -> true;
          case FORM, CONFIRM, SENDING, SCAN, UNKNOWN -> false;
        });
    if (step == RefundStep.FORM) {
      form.takeFocus();
    } else {
      sheet.requestFocus();
    }
    if (step == RefundStep.SCAN) {
      ended.run();
    }
    if (isOver(step)) {
      ended.run();
      if (step == RefundStep.DONE) {
        new SlipPrinting(context).refunded(model.sale(), model.amount());
      }
      if (gone) {
        sayEnd(step);
      }
    }
  }

  private void closed() {
    scan.release();
    gone = true;
    enterHeld = false;
  }

  /** The sheet was closed while the bank was being asked: the end is said at the window's edge. */
  private void sayEnd(RefundStep step) {
    String sum = Sums.format(model.amount());
    switch (step) {
      case DONE -> context.navigator().say(Message.of(Tone.GOOD, "refund.done.title", sum));
      case UNDERWAY ->
          context.navigator().say(Message.of(Tone.CAREFUL, "refund.underway.title", sum));
      case REFUSED -> context.navigator().say(Message.of(Tone.BAD, "refund.refused.title"));
      case UNKNOWN -> context.navigator().say(Message.of(Tone.CAREFUL, "refund.unknown.title"));
      case FORM, CONFIRM, SENDING, SCAN, OTHER -> {}
    }
  }

  private static boolean isOver(RefundStep step) {
    return switch (step) {
      case DONE, UNDERWAY, REFUSED, UNKNOWN -> true;
      case FORM, CONFIRM, SENDING, SCAN, OTHER -> false;
    };
  }
}
