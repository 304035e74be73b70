package duken.simulator.cashier.request;

import duken.simulator.cashier.entrance.EntranceReplies;
import duken.simulator.cashier.fault.Behaviour;
import duken.simulator.cashier.fault.Outward;
import duken.simulator.wire.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What mtoken and qrpay put around every answer (section 9). */
public final class AnswerEnvelope {

  private final Supplier<Behaviour> behaviour;

  public AnswerEnvelope(Supplier<Behaviour> behaviour) {
    this.behaviour = behaviour;
  }

  /** Writes numbers as they are switched now. */
  public Outward outward() {
    return new Outward(behaviour.get());
  }

  public Reply success(Map<String, ?> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (!behaviour.get().omitStatusCode()) {
      body.put("StatusCode", 0);
    }
    body.put("Message", "");
    body.put("Data", data);
    return EntranceReplies.json(body);
  }

  /** It was not. */
  public static Reply refusal(int statusCode, String words) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("StatusCode", statusCode);
    body.put("Message", words);
    body.put("Data", null);
    body.put("IsErrorCode", true);
    return EntranceReplies.json(body);
  }
}
