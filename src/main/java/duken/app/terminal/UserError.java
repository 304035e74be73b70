package duken.app.terminal;

/** A reason to stop that the person at the terminal can act on: one plain sentence, no stack. */
public final class UserError extends RuntimeException {

  /** A bad option or setting. */
  public static final int BAD_INPUT = 2;

  /** Everything else: a port is taken, a folder is in use, there is no display. */
  public static final int NOT_NOW = 1;

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private UserError(int exitCode, String sentence, Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  /** What was typed or set cannot be. */
  public static UserError badInput(String sentence) {
    return new UserError(BAD_INPUT, sentence, null);
  }

  /** What was typed is right, but it cannot be done now. */
  public static UserError notNow(String sentence) {
    return new UserError(NOT_NOW, sentence, null);
  }

  /** The same, with the reason for the log. */
  public static UserError notNow(String sentence, Throwable cause) {
    return new UserError(NOT_NOW, sentence, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
