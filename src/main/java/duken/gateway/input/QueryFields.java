package duken.gateway.input;

import duken.gateway.http.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Query parameters with their two spellings; the contract's own spelling wins (section 7). */
public final class QueryFields {

  private static final int MOST_WORDS = 50;

  private final Map<String, List<String>> query;
  private final Complaints complaints = new Complaints();

  /** The parameters of a call. */
  public QueryFields(Call call) {
    this.query = call.query();
  }

  /** A parameter's value under the first of these names that was given, or null. */
  public String word(String... names) {
    String name = nameGiven(names);
    return name == null ? null : query.get(name).getFirst();
  }

  /** Free text, or null. */
  public String text(String name, int longest) {
    String text = word(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > longest) {
      complaints.add(name, "text.long", longest);
    } else if (!PlainText.isStorable(text)) {
      complaints.add(name, "text.characters");
    }
    return text;
  }

  /** One character, or null. */
  public String character(String name) {
    String text = word(name);
    if (text != null && text.codePointCount(0, text.length()) > 1) {
      complaints.add(name, "text.long", 1);
    } else if (text != null && !PlainText.isStorable(text)) {
      complaints.add(name, "text.characters");
    }
    return text;
  }

  /** A whole number within bounds, or the default. */
  public long number(long otherwise, long least, long most, String... names) {
    String name = nameGiven(names);
    if (name == null) {
      return otherwise;
    }
    String text = query.get(name).getFirst();
    boolean isNumber = text.matches("[0-9]{1,18}");
    if (!isNumber || Long.parseLong(text) < least || Long.parseLong(text) > most) {
      complaints.add(name, "number", least, most);
      return otherwise;
    }
    return Long.parseLong(text);
  }

  /**
   * All values of a parameter, repeated or with commas; without any, those of {@code name[]} and
   * {@code name[0]}.
   */
  public List<String> words(String name) {
    Pattern alias = Pattern.compile(Pattern.quote(name) + "\\[[0-9]{0,4}]");
    List<String> own = split(query.getOrDefault(name, List.of()));
    List<String> given =
        own.isEmpty()
            ? query.entrySet().stream()
                .filter(entry -> alias.matcher(entry.getKey()).matches())
                .flatMap(entry -> split(entry.getValue()).stream())
                .toList()
            : own;
    if (given.size() > MOST_WORDS) {
      complaints.add(name, "choice");
    }
    return given;
  }

  private static List<String> split(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Where a span of time begins, or null. */
  public Instant from(String... names) {
    return time(TimeInput::from, names);
  }

  /** The first instant after a span of time, or null. */
  public Instant until(String... names) {
    return time(TimeInput::until, names);
  }

  /** The name that was given, of several for the same. */
  public String nameGiven(String... names) {
    for (String name : names) {
      if (query.containsKey(name) && !query.get(name).getFirst().isEmpty()) {
        return name;
      }
    }
    return null;
  }

  /** Adds a complaint of the caller's own. */
  public void complain(String name, String key, Object... args) {
    complaints.add(name, key, args);
  }

  /**
   * Ends reading.
   *
   * @throws duken.domain.Refusal VALIDATION with everything that was wrong
   */
  public void check() {
    complaints.check();
  }

  private Instant time(Function<String, Instant> form, String... names) {
    String name = nameGiven(names);
    if (name == null) {
      return null;
    }
    try {
      return form.apply(query.get(name).getFirst().strip());
    } catch (DateTimeException _) {
      complaints.add(name, "time");
      return null;
    }
  }
}
