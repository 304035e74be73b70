package duken.gateway.input;

import duken.gateway.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Query parameters with their two spellings; the contract's own spelling wins (section 7). */
public final class QueryFields {

  private static final int MOST_WORDS = 50;

  /** {@code 10}, and {@code 10.0} of programs without whole numbers. */
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,18})(?:\\.0{1,18})?");

  /** {@code filter[status]}, {@code where[status][]}. */
  private static final Pattern NESTED = Pattern.compile("[^\\[]+\\[(\\w+)](?:\\[.*)?");

  private final Map<String, List<String>> query;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> lists = new HashSet<>();
  private final Complaints complaints = new Complaints();

  /** The parameters of a call. */
  public QueryFields(HttpRequest httpRequest) {
    this.query = httpRequest.query();
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
    Matcher text = WHOLE.matcher(query.get(name).getFirst().strip());
    long number = text.matches() ? Long.parseLong(text.group(1)) : -1;
    if (!text.matches() || number < least || number > most) {
      complaints.add(name, "number", least, most);
      return otherwise;
    }
    return number;
  }

  /**
   * All values of a parameter, repeated or with commas; without any, those of {@code name[]} and
   * {@code name[0]}.
   */
  public List<String> words(String name) {
    lists.add(name);
    Pattern alias = listed(name);
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

  private static Pattern listed(String name) {
    return Pattern.compile(Pattern.quote(name) + "\\[[0-9]{0,4}]");
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
    asked.addAll(List.of(names));
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
    query.keySet().forEach(this::refuseUnknownList);
    complaints.check();
  }

  /** A filter in a form nobody reads would be no filter, and the answer would hold everything. */
  private void refuseUnknownList(String given) {
    int bracket = given.indexOf('[');
    String name = bracket < 0 ? "" : given.substring(0, bracket).strip();
    boolean known = asked.contains(name) || lists.contains(name);
    Matcher nested = NESTED.matcher(given);
    if (nested.matches() && (asked.contains(nested.group(1)) || lists.contains(nested.group(1)))) {
      complaints.add(nested.group(1), "filter.nested", nested.group(1));
    }
    if (known && !(lists.contains(name) && listed(name).matcher(given).matches())) {
      complaints.add(name, lists.contains(name) ? "choice" : "single");
    }
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
