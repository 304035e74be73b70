package duken.desktop.reconcile;

import duken.api.reconcile.ReconcileJson.Candidate;
import duken.api.reconcile.ReconcileJson.Line;
import duken.api.reconcile.ReconcileJson.Outcome;
import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.shell.DeskContext;
import java.util.List;

/** What can be done about a line. */
final class LineActions {

  private final DeskContext context;
  private final ReconcileViewModel model;
  private final Runnable focus;

  /**
   * @param focus takes the focus back once a sheet has gone
   */
  LineActions(DeskContext context, ReconcileViewModel model, Runnable focus) {
    this.context = context;
    this.model = model;
    this.focus = focus;
  }

  static boolean canAccept(Line line) {
    return line.open() && !isUnfinished(line);
  }

  static boolean canLink(Line line) {
    return canGiveBack(line) && !isUnfinished(line);
  }

  static boolean canGiveBack(Line line) {
    boolean stranger =
        line.open()
            && line.kind().equals("only_bank")
            && line.own() == null
            && line.bank().amount() != null;
    return stranger || isUnfinished(line);
  }

  static boolean hasSale(Line line) {
    return line.own() != null;
  }

  /** Its money was booked to go back and has not gone yet. */
  private static boolean isUnfinished(Line line) {
    return line.open()
        && line.bank() != null
        && line.decision() != null
        && line.decision().what().equals("returning");
  }

  void accept(Line line) {
    new ReasonSheet(context, focus)
        .open(
            "reconcile.accept.",
            false,
            reason ->
                model.work(
                    () -> {
                      if (line.bank() == null) {
                        model
                            .api()
                            .acceptOwn(line.own().invoiceId(), line.own().refundId(), reason);
                      } else {
                        model.api().accept(line.bank().lineId(), reason);
                      }
                      return line;
                    },
                    _ -> say(Tone.GOOD, "reconcile.accepted"),
                    this::failed),
            LineWords.sum(context.texts(), line));
  }

  void link(Line line) {
    context
        .background()
        .ask(
            () -> model.api().candidates(line.bank().lineId()),
            candidates -> choose(line, candidates),
            this::failed);
  }

  private void choose(Line line, List<Candidate> candidates) {
    new CandidateSheet(context)
        .open(
            LineWords.sum(context.texts(), line),
            candidates,
            sale ->
                model.work(
                    () -> model.api().link(line.bank().lineId(), sale.invoiceId()),
                    outcome -> say(Tone.GOOD, "reconcile.linked", outcome.number()),
                    this::failed));
  }

  void giveBack(Line line) {
    new ReasonSheet(context, focus)
        .open(
            "reconcile.back.",
            true,
            reason ->
                model.work(
                    () -> model.api().giveBack(line.bank().lineId(), reason),
                    this::gaveBack,
                    this::failed),
            LineWords.sum(context.texts(), line));
  }

  private void gaveBack(Outcome outcome) {
    switch (outcome.refundStatus()) {
      case "completed" -> say(Tone.GOOD, "reconcile.gave_back", outcome.number());
      case "failed" -> say(Tone.BAD, "reconcile.not_given_back", outcome.number());
      default -> say(Tone.CAREFUL, "reconcile.giving_back", outcome.number());
    }
  }

  void openSale(Line line) {
    context.navigator().showSale(line.own().invoiceId());
  }

  void failed(RuntimeException e) {
    context.navigator().say(Message.of(e));
  }

  private void say(Tone tone, String key, Object... args) {
    context.navigator().say(Message.of(tone, key, args));
  }
}
