package duken.gateway.problem;

import duken.gateway.http.AnswerLanguage;
import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;

/** The gateway's sentences in its three languages. */
public final class ProblemTexts {

  private static final ResourceBundle.Control ONLY_THE_ONE_ASKED_FOR =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String bundle;

  private ProblemTexts(String bundle) {
    this.bundle = bundle;
  }

  /** Sentences about problems and fields. */
  public static ProblemTexts problems() {
    return new ProblemTexts("duken.gateway.text.problems");
  }

  /** The pay page's words. */
  public static ProblemTexts payPage() {
    return new ProblemTexts("duken.gateway.text.pay");
  }

  /** A sentence with its places filled. */
  public String get(AnswerLanguage language, String key, Object... args) {
    String pattern = bundleOf(language).getString(key);
    return args.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(args);
  }

  /** A sentence, or another when there is none under this key. */
  public String get(AnswerLanguage language, String key, String otherKey, List<Object> args) {
    String found = bundleOf(language).containsKey(key) ? key : otherKey;
    return get(language, found, args.toArray());
  }

  /**
   * What a bank has against something: in our words where its code has some, then in its own; null
   * when nobody said anything.
   *
   * @param code lower-snake word, or null
   * @param message the bank's own sentence, or null
   * @param otherwise our words for other codes, or null
   */
  public String ofBank(AnswerLanguage language, Object code, Object message, String otherwise) {
    String key = "bank." + code;
    ResourceBundle words = bundleOf(language);
    String ours = words.containsKey(key) ? words.getString(key) : otherwise;
    if (ours == null || message == null) {
      return ours == null && message != null ? message.toString() : ours;
    }
    return ours + ": " + message;
  }

  private ResourceBundle bundleOf(AnswerLanguage language) {
    return ResourceBundle.getBundle(bundle, language.locale(), ONLY_THE_ONE_ASKED_FOR);
  }
}
