package duken.gateway.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

public enum AnswerLanguage {
  RU("ru"),
  KK("kk"),
  EN("en");

  private final String tag;

  AnswerLanguage(String tag) {
    this.tag = tag;
  }

  /** {@code ru}, {@code kk} or {@code en}. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.of(tag);
  }

  public static Optional<AnswerLanguage> ofTag(String tag) {
    return List.of(values()).stream().filter(language -> language.tag.equals(tag)).findFirst();
  }

  /**
   * What {@code Accept-Language} prefers among ours; Russian when it is missing, unreadable or
   * names none of them.
   */
  public static AnswerLanguage preferred(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
      return RU;
    }
    try {
      return Locale.LanguageRange.parse(acceptLanguage).stream()
          .filter(range -> range.getWeight() > 0)
          .map(range -> range.getRange().split("-", 2)[0])
          .flatMap(tag -> ofTag(tag).stream())
          .findFirst()
          .orElse(RU);
    } catch (IllegalArgumentException _) {
      return RU;
    }
  }
}
