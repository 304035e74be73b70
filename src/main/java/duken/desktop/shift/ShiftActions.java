package duken.desktop.shift;

import duken.api.DeskJson;
import duken.api.ShiftJson;
import duken.api.cash.CashJson;
import duken.desktop.cash.CashCountSheet;
import duken.desktop.cash.CashDesk;
import duken.desktop.cash.CashMoveSheet;
import duken.desktop.cash.CashReturns;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.kit.print.PaperPrinter;
import duken.desktop.shell.DeskContext;
import duken.desktop.shift.export.ShiftDocument;
import duken.desktop.text.Texts;
import org.kordamp.ikonli.material2.Material2RoundAL;

/** What can be done with a shift: open it, close it after a question, print, save and tell it. */
final class ShiftActions {

  private static final double PAPER = 640;

  private final DeskContext context;
  private final Texts texts;
  private final ShiftViewModel model;
  private final PaperPrinter printer;
  private final SaveSheet.Place place;
  private final ShiftDocuments documents;
  private final CashDesk cash;

  /** What lies in the drawer of the shift that is being closed, or null. */
  private CashJson.Count counted;

  ShiftActions(
      DeskContext context, ShiftViewModel model, PaperPrinter printer, SaveSheet.Place place) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.printer = printer;
    this.place = place;
    this.cash = new CashDesk(context);
    this.documents = new ShiftDocuments(texts, context.moments());
  }

  ShiftDocuments documents() {
    return documents;
  }

  /** Asks for the float first, where there is cash. */
  void open() {
    if (cash.on().get()) {
      new CashCountSheet(context, "cash.float.", this::open).open();
    } else {
      open(null);
    }
  }

  private void open(CashJson.Count counted) {
    model.open(counted, report -> say(Tone.GOOD, "shift.opened", report.number()), this::failed);
  }

  /** Puts cash in or takes it out; cash that customers should have back comes first. */
  void cash() {
    cash.standing().get().unsettled().stream()
        .filter(CashJson.Part::toReturn)
        .findFirst()
        .ifPresentOrElse(
            part -> new CashReturns(context, cash, model::refresh).ask(part),
            () -> new CashMoveSheet(context, model::refresh).open());
  }

  CashDesk cashDesk() {
    return cash;
  }

  /** Asks first, after a count where there is cash; open invoices go over only when said so. */
  void close() {
    ShiftJson.Report shift = model.current().get();
    if (shift == null || !shift.isOpen()) {
      return;
    }
    counted = null;
    if (cash.on().get()) {
      new CashCountSheet(
              context,
              "cash.close.",
              count -> {
                counted = count;
                close(shift);
              })
          .open();
    } else {
      close(shift);
    }
  }

  private void close(ShiftJson.Report shift) {
    if (shift.openInvoices() > 0) {
      askToRollOver(shift);
    } else {
      question("shift.close.", shift.number()).ask(false);
    }
  }

  private void askToRollOver(ShiftJson.Report shift) {
    question("shift.roll.", shift.number(), shift.openInvoices()).ask(true);
  }

  private Asked question(String key, Object... args) {
    return rollOver ->
        new Question(key, args, Material2RoundAL.LOCK, false)
            .ask(
                texts,
                context.navigator()::open,
                context.navigator()::closeSheet,
                () -> model.close(rollOver, counted, this::closed, this::failed));
  }

  @FunctionalInterface
  private interface Asked {
    void ask(boolean rollOver);
  }

  private void closed(ShiftJson.Closing closing) {
    ShiftJson.Report shift = closing.shift();
    if (closing.closed()) {
      say(Tone.GOOD, "shift.closed", shift.number(), Sums.format(shift.whole().salesSum()));
    } else {
      // An invoice was opened after the question was asked.
      askToRollOver(shift);
    }
  }

  void print() {
    ShiftJson.Report shift = model.shown().get();
    if (shift != null) {
      context
          .background()
          .ask(
              () -> context.engine().reconcile().shiftFees(shift.id()),
              fees -> print(documents.report(shift, fees)),
              this::failed);
    }
  }

  private void print(ShiftDocument document) {
    ReportPane paper = ReportPane.paper(document, PAPER);
    context
        .background()
        .ask(
            () -> printer.print(paper),
            printed ->
                say(
                    printed ? Tone.GOOD : Tone.CAREFUL,
                    printed ? "shift.printed" : "shift.no_printer"),
            _ -> say(Tone.CAREFUL, "shift.no_printer"));
  }

  void save() {
    ShiftJson.Report shift = model.shown().get();
    if (shift != null) {
      new SaveSheet(context, model, documents, place).open(shift, shop());
    }
  }

  void chart() {
    ShiftJson.Report shift = model.shown().get();
    if (shift != null) {
      new ChartSheet(context, documents).open(model, shift);
    }
  }

  void tellOwner() {
    ShiftJson.Report shift = model.shown().get();
    if (shift != null) {
      new SummarySheet(context).open(documents.summary(shift, shop()), shift.number());
    }
  }

  private String shop() {
    DeskJson.State state = context.feed().stateProperty().get();
    return state == null || state.shop() == null ? "" : state.shop();
  }

  private void failed(RuntimeException e) {
    context.navigator().say(Message.of(e));
  }

  private void say(Tone tone, String key, Object... args) {
    context.navigator().say(Message.of(tone, key, args));
  }
}
