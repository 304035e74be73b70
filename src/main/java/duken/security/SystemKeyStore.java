package duken.security;

import java.util.Optional;

/**
 * The operating system's own place for passwords: Credential Manager, Keychain, Secret Service. The
 * room {@code app} brings the implementation.
 */
public interface SystemKeyStore {

  /**
   * What is kept under this name.
   *
   * @throws NotThere when this machine has no key store, or it is locked or silent
   */
  Optional<String> get(String name) throws NotThere;

  /**
   * Keeps {@code secret} under this name.
   *
   * @throws NotThere when this machine has no key store, or it is locked or silent
   */
  void put(String name, String secret) throws NotThere;

  /** For machines without a key store. */
  static SystemKeyStore none() {
    return new SystemKeyStore() {
      @Override
      public Optional<String> get(String name) throws NotThere {
        throw new NotThere("no key store is used here", null);
      }

      @Override
      public void put(String name, String secret) throws NotThere {
        throw new NotThere("no key store is used here", null);
      }
    };
  }

  /** The system has no key store, or it does not answer. */
  final class NotThere extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, in a few words without anything secret. */
    public NotThere(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
