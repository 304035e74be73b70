package duken.simulator.cashier.entrance;

import duken.simulator.cashier.request.StrictJson;
import duken.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the entrance says (sections 3.2 and 3.3). */
public final class EntranceReplies {

  private static final String TYPE = "application/json; charset=utf-8";

  private EntranceReplies() {}

  /** A view to show next. */
  static Reply view(SignIn signIn, String screen, String view, Map<String, ?> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "View");
    body.put("meta", Map.of("pId", signIn.id(), "sn", screen));
    body.put("view", Map.of("code", view));
    body.put("data", data);
    return json(body);
  }

  /** The same with a new user token, given as the bank gives it: among others, one empty. */
  static Reply withToken(Reply reply, SignIn signIn) {
    String random = signIn.id().substring(0, 8) + UUID.randomUUID().toString().substring(0, 8);
    String token = Base64.getEncoder().encodeToString(random.getBytes(StandardCharsets.US_ASCII));
    signIn.give(token);
    return reply
        .with("Set-Cookie", "lang=ru; Path=/")
        .with("Set-Cookie", "user_token=; Path=/; Max-Age=0")
        .with("Set-Cookie", "user_token=" + token + "; Path=/; HttpOnly");
  }

  /** An error in {@code error}. */
  public static Reply error(String code, String words) {
    return json(Map.of("error", Map.of("code", code, "desc", words, "label", words)));
  }

  /** An error in {@code data.error}. */
  public static Reply dataError(String code, String words) {
    return json(Map.of("data", Map.of("error", Map.of("code", code, "desc", words))));
  }

  /** An error in {@code view.onOpenAlarm.error}. */
  public static Reply alarm(String code, String words) {
    return json(
        Map.of(
            "type",
            "Action",
            "actType",
            "Alarm",
            "view",
            Map.of("onOpenAlarm", Map.of("error", Map.of("code", code, "label", words)))));
  }

  public static Reply json(Object body) {
    return Reply.of(200, TYPE, StrictJson.mapper().writeValueAsBytes(body));
  }
}
