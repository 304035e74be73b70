package duken.gateway.input;

import duken.gateway.http.Call;
import duken.gateway.problem.Problem;
import duken.gateway.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} (RFC 7578) from a body that is read already. File names and
 * everything else a part says of itself but its field and its type are not looked at.
 */
public final class MultipartForm {

  private static final int MOST_PARTS = 50;
  private static final int LONGEST_HEAD = 8192;

  /** A parameter after the first word of a header; a quoted value may hold anything. */
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([\\w*-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]*))");

  /** RFC 2046, section 5.1.1. */
  private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[^ ]");

  private final byte[] body;
  private final byte[] delimiter;
  private final List<FormPart> parts = new ArrayList<>();

  private MultipartForm(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * The parts of a form in order; none when there is no body.
   *
   * @throws Refused UNSUPPORTED_MEDIA_TYPE when it is no form, BROKEN_FORM when it cannot be read
   */
  public static List<FormPart> read(Call call) {
    if (call.body().length == 0) {
      return List.of();
    }
    String type = call.header("content-type").orElse("");
    if (!mediaType(type).equals("multipart/form-data")) {
      throw Refused.because(Problem.UNSUPPORTED_MEDIA_TYPE);
    }
    String boundary = parameter(type, "boundary");
    if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
      throw broken();
    }
    MultipartForm form = new MultipartForm(call.body(), boundary);
    form.read();
    return form.parts;
  }

  private void read() {
    // The first delimiter may stand at the very beginning, without its line break.
    int at = startsWith(0, 2) ? delimiter.length - 2 : afterDelimiter(0);
    while (!isEnd(at)) {
      int head = afterLine(at);
      int content = afterHead(head);
      int next = find(delimiter, content - 2, body.length);
      if (next < 0 || parts.size() == MOST_PARTS) {
        throw broken();
      }
      add(head, content, Math.max(content, next));
      at = next + delimiter.length;
    }
  }

  private void add(int head, int content, int end) {
    String name = null;
    String type = "";
    String lines = new String(body, head, content - head, StandardCharsets.UTF_8);
    for (String line : lines.split("\r\n")) {
      int colon = line.indexOf(':');
      String header = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (header.equals("content-disposition")) {
        name = parameter(line.substring(colon + 1), "name");
      } else if (header.equals("content-type")) {
        type = mediaType(line.substring(colon + 1));
      }
    }
    if (name == null) {
      throw broken();
    }
    parts.add(new FormPart(name, type, body, content, end));
  }

  private int afterDelimiter(int from) {
    int at = find(delimiter, from, body.length);
    if (at < 0) {
      throw broken();
    }
    return at + delimiter.length;
  }

  private boolean isEnd(int at) {
    return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
  }

  /** Behind a delimiter only blanks may stand in its line. */
  private int afterLine(int from) {
    int at = from;
    while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
      at++;
    }
    if (at + 1 >= body.length || body[at] != '\r' || body[at + 1] != '\n') {
      throw broken();
    }
    return at + 2;
  }

  private int afterHead(int from) {
    byte[] blankLine = {'\r', '\n', '\r', '\n'};
    int end = find(blankLine, from, Math.min(body.length, from + LONGEST_HEAD));
    if (end < 0) {
      throw broken();
    }
    return end + blankLine.length;
  }

  private int find(byte[] wanted, int from, int until) {
    for (int at = from; at <= until - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && body[at + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    return -1;
  }

  /** Whether the body has the delimiter at {@code at}, without the delimiter's first bytes. */
  private boolean startsWith(int at, int without) {
    for (int i = without; i < delimiter.length; i++) {
      int place = at + i - without;
      if (place >= body.length || body[place] != delimiter[i]) {
        return false;
      }
    }
    return true;
  }

  private static String mediaType(String header) {
    return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String parameter(String header, String name) {
    Matcher parameter = PARAMETER.matcher(header);
    while (parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase(name)) {
        return parameter.group(2) != null
            ? parameter.group(2).replaceAll("\\\\(.)", "$1")
            : parameter.group(3);
      }
    }
    return null;
  }

  private static Refused broken() {
    return Refused.because(Problem.BROKEN_FORM);
  }
}
