package duken.desktop.anomalies;

import duken.api.DeskJson.AnomalyJson;
import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.desktop.kit.Message;
import duken.desktop.kit.Question;
import duken.desktop.kit.Tone;
import duken.desktop.kit.format.Sums;
import duken.desktop.shell.DeskContext;
import duken.desktop.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Asks whether a decision about odd money is meant, and carries it out. */
public final class AnomalyDecision {

  private final DeskContext context;
  private final AnomaliesViewModel model;
  private final Runnable carriedOut;

  /**
   * A question that opens when it is asked.
   *
   * @param carriedOut called after a decision was carried out, or may have been
   */
  public AnomalyDecision(DeskContext context, AnomaliesViewModel model, Runnable carriedOut) {
    this.context = context;
    this.model = model;
    this.carriedOut = carriedOut;
  }

  public void ask(AnomalyJson anomaly, AnomalyAction action) {
    Question question =
        new Question(
            action.questionKey(),
            new Object[] {Sums.format(anomaly.amount())},
            icon(action),
            action == AnomalyAction.REFUND);
    question.ask(
        context.texts(),
        context.navigator()::open,
        context.navigator()::closeSheet,
        () -> model.resolve(anomaly, action, () -> done(action), this::failed));
  }

  static Ikon icon(AnomalyAction action) {
    return switch (action) {
      case REFUND -> Material2RoundMZ.UNDO;
      case KEEP -> Material2RoundMZ.POINT_OF_SALE;
      case ACKNOWLEDGE, RETURNED -> Material2RoundAL.CHECK;
      case NOT_RETURNED -> Material2RoundAL.CLOSE;
    };
  }

  private void done(AnomalyAction action) {
    String word =
        switch (action) {
          case REFUND, RETURNED -> "refunded";
          case NOT_RETURNED -> "not_refunded";
          case KEEP -> "kept";
          case ACKNOWLEDGE -> "acknowledged";
        };
    context.navigator().say(Message.of(Tone.GOOD, "anomalies.resolved." + word));
    carriedOut.run();
  }

  /** Whether nobody knows if it was carried out. */
  private static boolean isOpenEnded(RuntimeException e) {
    return e instanceof EngineUnreachable
        || (e instanceof EngineProblem problem && problem.code().equals("PROVIDER_TIMEOUT"));
  }

  private void failed(RuntimeException e) {
    Texts texts = context.texts();
    if (isOpenEnded(e)) {
      context.navigator().say(Message.of(Tone.CAREFUL, "anomalies.unknown"));
    } else {
      context.navigator().say(Message.of(e));
    }
    carriedOut.run();
  }
}
