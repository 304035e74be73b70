package duken.api;

/** The engine gave no answer, or none that could be understood. */
public final class EngineUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
