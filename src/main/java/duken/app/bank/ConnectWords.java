package duken.app.bank;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * What {@code duken connect} says, in the language of the system: Russian, Kazakh, else English. An
 * answer is understood in all three.
 */
final class ConnectWords {

  private static final Set<String> YES = Set.of("yes", "y", "да", "д", "иә", "ия", "и");
  private static final List<String> KNOWN = List.of("ru", "kk");

  private final ResourceBundle texts;

  private ConnectWords(ResourceBundle texts) {
    this.texts = texts;
  }

  static ConnectWords of(Locale language) {
    Locale known = KNOWN.contains(language.getLanguage()) ? language : Locale.ROOT;
    return new ConnectWords(
        ResourceBundle.getBundle(
            "duken.app.connect",
            Locale.of(known.getLanguage()),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** A sentence; {@code args} as {@link String#format} takes them. */
  String get(String key, Object... args) {
    return texts.getString(key).formatted(args);
  }

  /** A sentence without arguments; empty when there is none of this name. */
  Optional<String> find(String key) {
    return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
  }

  static boolean isYes(String answer) {
    return YES.contains(answer.strip().toLowerCase(Locale.ROOT).replaceAll("[.!]$", ""));
  }
}
