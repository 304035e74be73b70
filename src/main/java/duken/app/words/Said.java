package duken.app.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A sentence about a start that failed or a command, which is not in a language yet: a terminal
 * reads it in the system's, the window in its own.
 *
 * @param key in the bundle {@code duken.app.words.start}, or {@code commands} where it begins with
 *     {@code cli.} or {@code doctor.}
 * @param args as {@link String#format} takes them; a {@code Said} among them is put into words too
 */
public record Said(String key, List<Object> args) {

  private static final List<String> KNOWN = List.of("ru", "kk");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final String DETAIL = "detail.";
  private static final String START = "duken.app.words.start";
  private static final String COMMANDS = "duken.app.words.commands";

  public Said {
    args = List.copyOf(args);
  }

  /** A sentence with what fills its gaps. */
  public static Said of(String key, Object... args) {
    return new Said(key, List.of(args));
  }

  /**
   * What a part below said in English: in another language where the bundle knows it ({@code
   * detail.the_database_is_in_use}, numbers as {@code 0}), else as it is.
   */
  public static Said detail(String english) {
    List<Object> numbers =
        new ArrayList<>(DIGITS.matcher(english).results().map(MatchResult::group).toList());
    String name =
        DIGITS
            .matcher(english)
            .replaceAll("0")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0]+", "_");
    numbers.addFirst(english);
    return new Said(DETAIL + name, numbers);
  }

  /** The system's language as engines are asked for it: {@code ru}, {@code kk} or {@code en}. */
  public static String language() {
    String tag = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
    return KNOWN.contains(tag) ? tag : "en";
  }

  /** In the system's language. */
  public String text() {
    return in(Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** In this language: Russian, Kazakh, else English. */
  public String in(Locale language) {
    String tag = KNOWN.contains(language.getLanguage()) ? language.getLanguage() : "";
    ResourceBundle texts =
        ResourceBundle.getBundle(
            key.startsWith("cli.") || key.startsWith("doctor.") ? COMMANDS : START,
            Locale.of(tag),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    if (key.startsWith(DETAIL)) {
      return texts.containsKey(key)
          ? texts.getString(key).formatted(args.subList(1, args.size()).toArray())
          : String.valueOf(args.getFirst());
    }
    Object[] words =
        args.stream().map(it -> it instanceof Said said ? said.in(language) : it).toArray();
    return texts.getString(key).formatted(words);
  }
}
