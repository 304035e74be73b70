package duken.desktop.text;

public enum Language {
  RU("ru", "Русский"),
  KK("kk", "Қазақша"),
  EN("en", "English");

  private final String tag;
  private final String ownName;

  Language(String tag, String ownName) {
    this.tag = tag;
    this.ownName = ownName;
  }

  /** The tag in file names and in {@code Accept-Language}. */
  public String tag() {
    return tag;
  }

  /** What its speakers call it. */
  public String ownName() {
    return ownName;
  }

  /** The next one round the circle. */
  public Language next() {
    return switch (this) {
      case RU -> KK;
      case KK -> EN;
      case EN -> RU;
    };
  }

  /** The language with this tag; Russian for anything else. */
  public static Language ofTag(String tag) {
    for (Language language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    return RU;
  }
}
