package duken.provider.cashier.signin;

import duken.provider.cashier.wire.BankAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signed part of the finish call: compact JSON whose key order counts (sheet, section 5.4). */
public final class FinishData {

  private FinishData() {}

  public static String json(String installId, String xTime) {
    Map<String, Object> auth = new LinkedHashMap<>();
    auth.put("value", "");
    auth.put("type", "pincode");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("installId", installId);
    data.put("time", xTime);
    data.put("auth", List.of(auth));
    data.put("userIdHash", "");
    return BankAnswer.JSON.writeValueAsString(data);
  }

  /** Padded base64 of the UTF-8 JSON: this text is what is sent and signed. */
  public static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
