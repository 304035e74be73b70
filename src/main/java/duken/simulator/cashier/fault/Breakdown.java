package duken.simulator.cashier.fault;

import duken.simulator.cashier.entrance.EntranceReplies;
import duken.simulator.cashier.request.AnswerEnvelope;
import duken.simulator.wire.Pause;
import duken.simulator.wire.Reply;
import duken.simulator.wire.Sending;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Lets a call go wrong in the way a fault says. */
public final class Breakdown {

  private static final String JSON = "application/json; charset=utf-8";
  private static final String PAGE =
      "<!doctype html><html><head><title>Технические работы</title></head>"
          + "<body><h1>Сервис временно недоступен</h1></body></html>";

  private final FaultBook faults;
  private final Pause pause;
  private final UnaryOperator<Reply> dated;

  public Breakdown(FaultBook faults, Pause pause, UnaryOperator<Reply> dated) {
    this.faults = faults;
    this.pause = pause;
    this.dated = dated;
  }

  /**
   * Goes wrong.
   *
   * @param effect does what was asked and has the right answer
   */
  public Sending respond(Fault fault, Supplier<Reply> effect) {
    return switch (fault.kind()) {
      case DELAY -> late(fault, effect);
      case SLOW -> new Sending.Slow(effect.get(), fault.time());
      case HALF -> new Sending.Half(effect.get());
      case BLACK_HOLE -> silent(fault, effect);
      case CUT -> done(fault, effect, new Sending.Close());
      case RESET -> done(fault, effect, new Sending.Reset());
      case HTTP_STATUS ->
          instead(fault, effect, Reply.of(fault.number(), "text/html; charset=utf-8", PAGE));
      case HTML -> instead(fault, effect, Reply.of(200, "text/html; charset=utf-8", PAGE));
      case BROKEN_JSON ->
          instead(fault, effect, Reply.of(200, JSON, "{\"StatusCode\":0,\"Data\":{\"QrOper"));
      case STATUS_CODE ->
          instead(
              fault,
              effect,
              AnswerEnvelope.refusal(
                  fault.number(), fault.text().isEmpty() ? "Сбой по заказу" : fault.text()));
      case ENTRANCE_ERROR -> instead(fault, effect, EntranceReplies.error(fault.text(), "Сбой"));
      case ENTRANCE_DATA_ERROR ->
          instead(fault, effect, EntranceReplies.dataError(fault.text(), "Сбой"));
      case ENTRANCE_ALARM -> instead(fault, effect, EntranceReplies.alarm(fault.text(), "Сбой"));
    };
  }

  private Sending late(Fault fault, Supplier<Reply> effect) {
    if (fault.afterEffect()) {
      Reply reply = effect.get();
      return pause.take(fault.time()) ? new Sending.Whole(reply) : new Sending.Close();
    }
    return pause.take(fault.time()) ? new Sending.Whole(effect.get()) : new Sending.Close();
  }

  private Sending silent(Fault fault, Supplier<Reply> effect) {
    Sending later = fault.afterEffect() ? new Sending.Whole(effect.get()) : new Sending.Close();
    faults.fall();
    return later;
  }

  private Sending instead(Fault fault, Supplier<Reply> effect, Reply reply) {
    return done(fault, effect, new Sending.Whole(dated.apply(reply)));
  }

  private static Sending done(Fault fault, Supplier<Reply> effect, Sending then) {
    if (fault.afterEffect()) {
      Reply _ = effect.get();
    }
    return then;
  }
}
