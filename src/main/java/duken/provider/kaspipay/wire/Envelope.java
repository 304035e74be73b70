package duken.provider.kaspipay.wire;

import duken.provider.http.HttpOutcome.Answered;
import duken.provider.kaspipay.wire.BankReply.Busy;
import duken.provider.kaspipay.wire.BankReply.Refused;
import duken.provider.kaspipay.wire.BankReply.Success;
import duken.provider.kaspipay.wire.BankReply.Unclear;
import duken.provider.kaspipay.wire.BankReply.Unrecognised;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the bank puts around every answer (Kaspi Pay sheet, section 3). */
final class Envelope {

  /** Numbers as decimals: a large sum is never written with an exponent. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final int OK = 200;
  private static final int LAST_OK = 299;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private Envelope() {}

  /** An answer without a readable StatusCode is a fault of the protocol, not a success. */
  static BankReply read(Answered answered) {
    JsonNode root;
    try {
      root = JSON.readTree(answered.body());
    } catch (JacksonException _) {
      root = JSON.missingNode();
    }
    OptionalLong code = BankFields.number(root, "StatusCode");
    int status = answered.status();
    boolean said = (status >= OK && status <= LAST_OK) || status == BAD_REQUEST;
    if (code.isPresent() && said) {
      return of(code.getAsLong(), root);
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return new Unrecognised();
    }
    if (code.isPresent() && code.getAsLong() != StatusCode.DONE) {
      return of(code.getAsLong(), root);
    }
    return new Unclear(status == OK ? "protocol_error" : "http_" + status);
  }

  private static BankReply of(long code, JsonNode root) {
    if (code == StatusCode.DONE) {
      return new Success(root.path("Data"));
    }
    if (code == StatusCode.BUSY) {
      return new Busy();
    }
    if (code == StatusCode.CALLER_UNKNOWN) {
      return new Unrecognised();
    }
    String message = BankFields.text(root, "Message");
    return new Refused(code, message == null ? BankFields.text(root, "message") : message);
  }
}
