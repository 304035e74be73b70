package duken.security;

/** A secret at rest does not open: its key is missing, or it was changed or moved. */
public final class SecretUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A sentence for the log, without the secret, and the cause or null. */
  public SecretUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
