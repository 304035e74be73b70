package duken.app.terminal;

import duken.app.words.Said;
import java.util.Locale;

/** A reason to stop that the person at the terminal can act on: one plain sentence, no stack. */
public final class UserError extends RuntimeException {

  /** A bad option or setting. */
  public static final int BAD_INPUT = 2;

  /** Everything else: a port is taken, a folder is in use, there is no display. */
  public static final int NOT_NOW = 1;

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient Said said;

  private UserError(int exitCode, String sentence, Said said, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
    this.said = said;
  }

  /** What was typed or set cannot be. */
  public static UserError badInput(String sentence) {
    return new UserError(BAD_INPUT, sentence, null, null);
  }

  /** What was typed is right, but it cannot be done now. */
  public static UserError notNow(String sentence) {
    return new UserError(NOT_NOW, sentence, null, null);
  }

  /** The same, with the reason for the log. */
  public static UserError notNow(String sentence, Throwable cause) {
    return new UserError(NOT_NOW, sentence, null, cause);
  }

  /** What was typed or set cannot be, told in each reader's language. */
  public static UserError badInput(Said said) {
    return new UserError(BAD_INPUT, said.text(), said, null);
  }

  /** It cannot be done now, told in each reader's language. */
  public static UserError notNow(Said said) {
    return notNow(said, null);
  }

  /** The same, with the reason for the log. */
  public static UserError notNow(Said said, Throwable cause) {
    return new UserError(NOT_NOW, said.text(), said, cause);
  }

  /** In this language where it can be told in several, else as it is. */
  public String in(Locale language) {
    return said == null ? getMessage() : said.in(language);
  }

  public int exitCode() {
    return exitCode;
  }
}
