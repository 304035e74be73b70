package duken.gateway.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Percent-encoding, read strictly: broken escapes, broken UTF-8 and what should have been encoded
 * are refused.
 */
public final class Percent {

  private static final int MOST_PARAMETERS = 200;

  private Percent() {}

  /**
   * Decodes one segment of a path.
   *
   * @throws IllegalArgumentException when it is broken
   */
  public static String decodePath(String text) {
    return decode(text, false);
  }

  /**
   * Reads a query or a form.
   *
   * @throws IllegalArgumentException when it is broken or has more than 200 parameters
   */
  public static Map<String, List<String>> decodeForm(String raw) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return parameters;
    }
    String[] pairs = raw.split("&", -1);
    if (pairs.length > MOST_PARAMETERS) {
      throw new IllegalArgumentException("too many parameters");
    }
    for (String pair : pairs) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
        parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  private static String decode(String text, boolean plusIsSpace) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length()) {
          throw new IllegalArgumentException("broken escape");
        }
        bytes.write((hex(text.charAt(i + 1)) << 4) | hex(text.charAt(i + 2)));
        i += 2;
      } else if (c == '+' && plusIsSpace) {
        bytes.write(' ');
      } else if (c < 0x80) {
        bytes.write(c);
      } else {
        // The server reads the first line as ASCII: what this was is lost.
        throw new IllegalArgumentException("not encoded");
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }

  private static int hex(char c) {
    int value = Character.digit(c, 16);
    if (value < 0 || c > 'f') {
      throw new IllegalArgumentException("broken escape");
    }
    return value;
  }
}
