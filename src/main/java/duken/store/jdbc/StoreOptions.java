package duken.store.jdbc;

import duken.store.jdbc.database.Dialect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where the database is and how it is used.
 *
 * @param url {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
 * @param user or null when the URL names it, or nobody has to
 * @param password or null
 * @param connections how many transactions may run at once
 * @param patience how long a transaction waits for a connection or a lock, and {@link
 *     JdbcStore#close} for running transactions
 */
public record StoreOptions(
    String url, String user, String password, int connections, Duration patience) {

  private static final int CONNECTIONS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Checks that somebody said where. */
  public StoreOptions {
    Objects.requireNonNull(url);
    Objects.requireNonNull(patience);
  }

  /**
   * The H2 file {@code duken.mv.db} in a data folder.
   *
   * @throws IllegalArgumentException when the folder's path holds a semicolon, which would end the
   *     path inside the URL
   */
  public static StoreOptions inFolder(Path dataFolder) {
    Path file = dataFolder.toAbsolutePath().normalize().resolve("duken");
    if (file.toString().contains(";")) {
      throw new IllegalArgumentException("the data folder's path cannot hold a semicolon");
    }
    return at("jdbc:h2:file:" + file);
  }

  public static StoreOptions at(String url) {
    return new StoreOptions(url, null, null, CONNECTIONS, PATIENCE);
  }

  /** Whom an H2 file is opened as. */
  public String fileUser() {
    return user == null ? "sa" : user;
  }

  /** That user's password; empty without one. */
  public String filePassword() {
    return password == null ? "" : password;
  }

  /** The same database with a name and a password. */
  public StoreOptions as(String newUser, String newPassword) {
    return new StoreOptions(url, newUser, newPassword, connections, patience);
  }

  /** Another database used in the same way. */
  StoreOptions to(String newUrl) {
    return new StoreOptions(newUrl, user, password, connections, patience);
  }

  /** The same database with another {@link #patience}. */
  public StoreOptions within(Duration newPatience) {
    return new StoreOptions(url, user, password, connections, newPatience);
  }

  /** Without the password: this text may be logged. */
  @Override
  public String toString() {
    return "StoreOptions[" + Dialect.of(url) + ", connections=" + connections + "]";
  }
}
