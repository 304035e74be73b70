package duken.provider.epay.wire;

import duken.provider.http.HttpOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An answer of the provider, brought down to what it means for us. */
public sealed interface EpayReply {

  /**
   * 2xx.
   *
   * @param body missing when there was none
   */
  record Success(JsonNode body) implements EpayReply {}

  /** 401: the token is not valid, or the client is not. */
  record Unauthorized() implements EpayReply {}

  /**
   * Another 4xx: the provider surely did not do it.
   *
   * @param code the provider's, or null
   * @param message the provider's words, or null
   */
  record Refused(int status, String code, String message) implements EpayReply {}

  /** Nobody knows whether it was done. */
  record Unclear(String code) implements EpayReply {}

  /** The request surely never left. */
  record NotSent(String code) implements EpayReply {}

  /** What the outcome of a call means. */
  public static EpayReply of(HttpOutcome outcome) {
    return switch (outcome) {
      case HttpOutcome.NotSent(String code) -> new NotSent(code);
      case HttpOutcome.Lost(String code) -> new Unclear(code);
      case HttpOutcome.Answered answered -> of(answered);
    };
  }

  private static EpayReply of(HttpOutcome.Answered answered) {
    int status = answered.status();
    if (status >= 200 && status <= 299) {
      JsonNode body = read(answered.body());
      // A page of somebody in between is no answer of the provider, and proves nothing.
      boolean told = isBlank(answered.body()) || !body.isMissingNode();
      return told ? new Success(body) : new Unclear("unreadable_answer");
    }
    if (status == 401) {
      return new Unauthorized();
    }
    boolean refused = status >= 400 && status <= 499 && status != 408 && status != 429;
    if (!refused) {
      return new Unclear("http_" + status);
    }
    JsonNode body = read(answered.body());
    Optional<String> code = EpayFields.firstText(body, "code", "resultCode", "error");
    return new Refused(
        status,
        code.orElse(null),
        EpayFields.firstText(
                body, "message", "resultMessage", "error_description", "errDescription")
            .orElse(null));
  }

  private static boolean isBlank(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1).isBlank();
  }

  private static JsonNode read(byte[] body) {
    try {
      return body.length == 0 ? EpayFields.JSON.missingNode() : EpayFields.JSON.readTree(body);
    } catch (JacksonException _) {
      return EpayFields.JSON.missingNode();
    }
  }
}
