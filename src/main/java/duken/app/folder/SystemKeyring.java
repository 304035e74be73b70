package duken.app.folder;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import duken.security.SystemKeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The system's key store through java-keyring: Credential Manager on Windows, Keychain on macOS,
 * Secret Service or KWallet on Linux. A key store may wait for somebody to unlock it, so each call
 * has a time limit; a call that exceeds it is left to end by itself on its daemon thread.
 */
public final class SystemKeyring implements SystemKeyStore {

  private static final String SERVICE = "Duken";

  private final Duration patience;

  /**
   * @param patience how long a call may take, a person's unlocking included
   */
  public SystemKeyring(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Optional<String> get(String name) throws NotThere {
    return inTime(
        keyring -> {
          try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, name));
          } catch (PasswordAccessException _) {
            return Optional.<String>empty();
          }
        });
  }

  @Override
  public void put(String name, String secret) throws NotThere {
    inTime(
        keyring -> {
          keyring.setPassword(SERVICE, name, secret);
          return name;
        });
  }

  private <T> T inTime(Work<T> work) throws NotThere {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("system key store")
        .start(
            () -> {
              try {
                result.complete(with(work));
              } catch (Exception | LinkageError e) {
                result.completeExceptionally(e);
              }
            });
    try {
      return result.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw new NotThere(reason(e.getCause()), e.getCause());
    }
  }

  private String reason(Throwable cause) {
    return switch (cause) {
      case TimeoutException _ -> "it did not answer in " + patience.toSeconds() + " s";
      case BackendNotSupportedException _ -> "this machine has none";
      default -> "it refused: " + cause.getClass().getSimpleName();
    };
  }

  @SuppressWarnings("try") // Its close() may say "interrupted", which nobody does here.
  private static <T> T with(Work<T> work) throws Exception {
    try (Keyring keyring = Keyring.create()) {
      return work.with(keyring);
    }
  }

  /** Something done with an open key store. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Keyring keyring) throws Exception;
  }
}
