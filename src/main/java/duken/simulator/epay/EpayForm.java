package duken.simulator.epay;

import duken.simulator.wire.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Form fields of a request, urlencoded or multipart, and of a query. */
final class EpayForm {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern PART =
      Pattern.compile("name=\"([^\"]+)\".*?\r\n\r\n(.*?)\r\n$", Pattern.DOTALL);

  private EpayForm() {}

  static Map<String, String> body(Request request) {
    String type = request.header("Content-Type").orElse("");
    Matcher boundary = BOUNDARY.matcher(type);
    return type.startsWith("multipart/form-data") && boundary.find()
        ? multipart(request.text(), boundary.group(1))
        : encoded(request.text());
  }

  static Map<String, String> encoded(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int mark = pair.indexOf('=');
      if (mark > 0) {
        fields.put(decoded(pair.substring(0, mark)), decoded(pair.substring(mark + 1)));
      }
    }
    return fields;
  }

  private static Map<String, String> multipart(String text, String boundary) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : text.split(Pattern.quote("--" + boundary), -1)) {
      Matcher field = PART.matcher(part);
      if (field.find()) {
        fields.put(field.group(1), field.group(2));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
