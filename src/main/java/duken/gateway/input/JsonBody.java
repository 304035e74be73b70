package duken.gateway.input;

import duken.api.WireJson;
import duken.gateway.http.Call;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request's body: one JSON object in UTF-8, with no key twice. */
public final class JsonBody {

  private JsonBody() {}

  /**
   * The fields of a body that must be there.
   *
   * @throws Refused BAD_REQUEST
   */
  public static Fields required(Call call) {
    return new Fields(object(call.body()));
  }

  /**
   * The fields of a body that may be missing, which is the same as an empty object.
   *
   * @throws Refused BAD_REQUEST
   */
  public static Fields optional(Call call) {
    String text = text(call.body());
    return new Fields(text.isBlank() ? JsonNodeFactory.instance.objectNode() : object(call.body()));
  }

  private static ObjectNode object(byte[] body) {
    try {
      JsonNode root = WireJson.mapper().readTree(text(body));
      if (root instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException | NumberFormatException _) {
      // The second comes unwrapped for an exponent beyond what a decimal can hold.
      // What exactly is wrong would repeat what was sent.
      throw Refused.because(Problem.BAD_REQUEST);
    }
    throw Refused.because(Problem.BAD_REQUEST);
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      // Programs of the 1C family put a byte order mark before everything they write.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw Refused.because(Problem.BAD_REQUEST);
    }
  }
}
