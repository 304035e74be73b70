package duken.app;

import duken.app.words.Said;
import java.util.Locale;

/** A reason to stop that the person at the terminal can act on: one plain sentence, no stack. */
final class Sentence extends RuntimeException {

  /** A bad option or setting. */
  static final int BAD_INPUT = 2;

  /** Everything else: a port is taken, a folder is in use, there is no display. */
  static final int NOT_NOW = 1;

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient Said said;

  private Sentence(int exitCode, String sentence, Said said, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
    this.said = said;
  }

  /** What was typed or set cannot be. */
  static Sentence badInput(String sentence) {
    return new Sentence(BAD_INPUT, sentence, null, null);
  }

  /** What was typed is right, but it cannot be done now. */
  static Sentence notNow(String sentence) {
    return new Sentence(NOT_NOW, sentence, null, null);
  }

  /** The same, with the reason for the log. */
  static Sentence notNow(String sentence, Throwable cause) {
    return new Sentence(NOT_NOW, sentence, null, cause);
  }

  /** What was typed or set cannot be, told in each reader's language. */
  static Sentence badInput(Said said) {
    return new Sentence(BAD_INPUT, said.text(), said, null);
  }

  /** It cannot be done now, told in each reader's language. */
  static Sentence notNow(Said said) {
    return notNow(said, null);
  }

  /** The same, with the reason for the log. */
  static Sentence notNow(Said said, Throwable cause) {
    return new Sentence(NOT_NOW, said.text(), said, cause);
  }

  /** In this language where it can be told in several, else as it is. */
  String in(Locale language) {
    return said == null ? getMessage() : said.in(language);
  }

  int exitCode() {
    return exitCode;
  }
}
