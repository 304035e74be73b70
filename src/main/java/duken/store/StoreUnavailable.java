package duken.store;

/** The database cannot be reached, is locked by another program, or is damaged. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A sentence for the log and the cause. */
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
