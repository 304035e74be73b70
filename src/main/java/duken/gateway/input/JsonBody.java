package duken.gateway.input;

import duken.api.WireJson;
import duken.gateway.http.HttpRequest;
import duken.gateway.problem.HttpRefusal;
import duken.gateway.problem.Problem;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request's body: one JSON object in UTF-8, with no key twice. */
public final class JsonBody {

  private static final int LONGEST_EMPTY = 1024;
  private static final Pattern EMPTY =
      Pattern.compile("\\s*(?:\\{\\s*}|\\[\\s*]|null|\"\\s*\")?\\s*");

  private JsonBody() {}

  /**
   * The fields of a body that must be there.
   *
   * @throws HttpRefusal BAD_REQUEST
   */
  public static BodyFields required(HttpRequest httpRequest) {
    return new BodyFields(object(httpRequest.body()));
  }

  /**
   * The fields of a body that may be missing, which is the same as an empty object, and as what
   * programs make of an empty object: {@code []}, {@code null} and {@code ""}.
   *
   * @throws HttpRefusal BAD_REQUEST
   */
  public static BodyFields optional(HttpRequest httpRequest) {
    return new BodyFields(
        isEmpty(httpRequest) ? JsonNodeFactory.instance.objectNode() : object(httpRequest.body()));
  }

  /**
   * Whether a body says nothing, in any of the ways in which programs say it.
   *
   * @throws HttpRefusal BAD_REQUEST when it is not UTF-8
   */
  public static boolean isEmpty(HttpRequest httpRequest) {
    return httpRequest.body().length <= LONGEST_EMPTY
        && EMPTY.matcher(text(httpRequest.body())).matches();
  }

  private static ObjectNode object(byte[] body) {
    try (JsonParser parser = new AnyExponent(WireJson.mapper().createParser(text(body)))) {
      JsonNode root = WireJson.mapper().readTree(parser);
      if (root instanceof ObjectNode object && parser.nextToken() == null) {
        return object;
      }
    } catch (JacksonException _) {
      // What exactly is wrong would repeat what was sent.
      throw HttpRefusal.because(Problem.BAD_REQUEST);
    }
    throw HttpRefusal.because(Problem.BAD_REQUEST);
  }

  /**
   * Reads a number whose exponent is beyond what a decimal can hold as the largest or smallest
   * there is, so that the field it stands in is named instead of the whole body.
   */
  private static final class AnyExponent extends JsonParserDelegate {

    private static final BigDecimal LARGEST = new BigDecimal("1e2147483647");
    private static final BigDecimal SMALLEST = new BigDecimal("1e-2147483647");
    private static final Pattern FORM = Pattern.compile("(-?)[0-9.]+[eE](-?).*");

    AnyExponent(JsonParser parser) {
      super(parser);
    }

    @Override
    public BigDecimal getDecimalValue() {
      try {
        return super.getDecimalValue();
      } catch (NumberFormatException e) {
        Matcher number = FORM.matcher(getString());
        if (!number.matches()) {
          throw e;
        }
        BigDecimal size = number.group(2).isEmpty() ? LARGEST : SMALLEST;
        return number.group(1).isEmpty() ? size : size.negate();
      }
    }
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      // Programs of the 1C family put a byte order mark before everything they write.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw HttpRefusal.because(Problem.BAD_REQUEST);
    }
  }
}
