package duken.simulator.cashier.entrance;

import duken.simulator.cashier.request.RefusedCall;
import duken.simulator.proof.Curve;
import duken.simulator.proof.ProtocolDigests;
import duken.simulator.wire.Request;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookies of an entrance step: all there, in their order, well formed (section 3.1).
 *
 * @param userToken empty when none was sent
 */
record SentCookies(Device device, Optional<String> userToken) {

  private static final List<String> NAMES =
      List.of(
          "deviceId",
          "installId",
          "is_mobile_app",
          "locale",
          "ma_bld",
          "ma_platform_type",
          "ma_platform_ver",
          "ma_ver",
          "pk",
          "pkTag",
          "xs");
  private static final String CHECK = "cookie";
  private static final String USER_TOKEN = "user_token";
  private static final String NEW_CONNECTION = "new-pay-connection";
  private static final Pattern UUID =
      Pattern.compile("[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}");
  private static final Pattern XS = Pattern.compile("R:\\d\\|E:\\d\\|RH:\\d\\|N:\\d(\\|GS:\\d)?");

  static SentCookies read(Request request) {
    List<String> fields = request.all("Cookie");
    if (fields.size() != 1) {
      throw RefusedCall.breach(CHECK, "there are %d Cookie headers".formatted(fields.size()));
    }
    Map<String, String> values = split(fields.getFirst());
    List<String> names = new ArrayList<>(values.keySet());
    names.remove(USER_TOKEN);
    names.remove(NEW_CONNECTION);
    if (!names.equals(NAMES)) {
      throw RefusedCall.breach(CHECK, "the names are %s, not %s".formatted(names, NAMES));
    }
    if (values.containsKey(USER_TOKEN)
        && !List.copyOf(values.keySet()).getLast().equals(USER_TOKEN)) {
      throw RefusedCall.breach(CHECK, "user_token is not the last");
    }
    matches(values, "deviceId", UUID);
    matches(values, "installId", UUID);
    matches(values, "is_mobile_app", Pattern.compile("true"));
    matches(values, "locale", Pattern.compile("[a-z]{2}-[A-Z]{2}"));
    matches(values, "ma_bld", Pattern.compile("\\d{1,6}"));
    matches(values, "ma_platform_type", Pattern.compile("\\w+"));
    matches(values, "ma_platform_ver", Pattern.compile("[\\d.]+"));
    matches(values, "ma_ver", Pattern.compile("[\\d.]+"));
    matches(values, "xs", XS);
    return new SentCookies(device(values), Optional.ofNullable(values.get(USER_TOKEN)));
  }

  private static Device device(Map<String, String> values) {
    if (!ProtocolDigests.pkTag(values.get("pk")).equals(values.get("pkTag"))) {
      throw RefusedCall.unproven("pkTag", "does not fit pk");
    }
    return new Device(
        values.get("deviceId"),
        values.get("installId"),
        key(values.get("pk")),
        values.get("pkTag"),
        values.get("ma_bld"),
        values.get("ma_ver"),
        values.get("ma_platform_type"),
        values.get("ma_platform_ver"),
        values.get("locale"));
  }

  private static ECPublicKey key(String pk) {
    try {
      return Curve.ofPoint(pk);
    } catch (IllegalArgumentException e) {
      throw RefusedCall.unproven("pk", e.getMessage());
    }
  }

  private static Map<String, String> split(String cookie) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : cookie.split("; ", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw RefusedCall.breach(CHECK, "a part has no name or no value");
      }
      if (values.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
        throw RefusedCall.breach(CHECK, part.substring(0, equals) + " is there twice");
      }
    }
    return values;
  }

  private static void matches(Map<String, String> values, String name, Pattern form) {
    if (!form.matcher(values.get(name)).matches()) {
      throw RefusedCall.breach(CHECK, name + " has not the form " + form);
    }
  }
}
