package duken.store.jdbc;

import duken.store.StoreUnavailable;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.SqlFailureTranslator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One engine works on a PostgreSQL: an advisory lock of a connection of its own, which the server
 * gives back when the connection ends, however that happens. A file of H2 has a lock already.
 *
 * <p>The connection is looked after every second. When it is lost the lock counts as lost at once:
 * {@link #isHeld} says no, and the store does nothing, until the lock was taken anew. The server
 * itself notices a silent connection later than we do.
 */
public final class DatabaseLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseLock.class);

  /** A killed engine's connection may not have ended yet at the server. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final int ANSWER_SECONDS = 2;

  /** Any number, the same in every version; the second key is the schema's. */
  private static final int SPACE = 0x44756b65;

  private static final int LONGEST_NAME = 60;
  private static final String NAME = "duken engine on ";
  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final StoreOptions options;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread guard =
      Thread.ofPlatform().daemon().name("database lock").unstarted(this::guard);

  /** Whether it was told already that another engine has it. */
  private boolean taken;

  /** Null while the lock is lost. */
  private volatile Connection connection;

  private DatabaseLock(StoreOptions options) {
    this.options = options;
  }

  /**
   * Takes the lock of this database.
   *
   * @return empty for a database that only one program can open anyway
   * @throws StoreUnavailable when another engine has it, with its host and since when; or when the
   *     database cannot be reached
   */
  public static Optional<DatabaseLock> take(StoreOptions options) {
    if (Dialect.of(options.url()) != Dialect.POSTGRESQL) {
      return Optional.empty();
    }
    DatabaseLock lock = new DatabaseLock(options);
    lock.takeWithin(PATIENCE);
    lock.guard.start();
    return Optional.of(lock);
  }

  /** Whether this engine may work on the database now. */
  public boolean isHeld() {
    return connection != null;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      guard.join(Duration.ofSeconds(2L * ANSWER_SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the closing thread", e);
    }
    lose();
  }

  private void takeWithin(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!isTaken()) {
      if (System.nanoTime() - end > 0) {
        throw new StoreUnavailable(
            "another engine works on this database" + holder() + "; stop that one first", null);
      }
      isClosedWithin(PAUSE);
    }
  }

  private boolean isTaken() {
    Connection fresh = null;
    try {
      fresh = connected();
      if (isTrue(fresh, "select pg_try_advisory_lock(" + SPACE + ", " + key() + ")")) {
        connection = fresh;
        return true;
      }
      fresh.close();
      return false;
    } catch (SQLException e) {
      closeQuietly(fresh);
      throw SqlFailureTranslator.atOpening(new IllegalStateException(e), Dialect.POSTGRESQL);
    }
  }

  private static String key() {
    return "hashtext(current_schema()::text)";
  }

  private Connection connected() throws SQLException {
    Properties properties = new Properties();
    if (options.user() != null) {
      properties.setProperty("user", options.user());
    }
    if (options.password() != null) {
      properties.setProperty("password", options.password());
    }
    properties.setProperty("ApplicationName", name());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    Connection fresh = DriverManager.getConnection(options.url(), properties);
    try (Statement statement = fresh.createStatement()) {
      // A host that lost its power says nothing: the server finds that out by itself. It takes
      // longer than we take to notice a silent server, so there are never two.
      statement.execute(
          "select set_config('tcp_keepalives_idle', '8', false),"
              + " set_config('tcp_keepalives_interval', '2', false),"
              + " set_config('tcp_keepalives_count', '3', false)");
      return fresh;
    } catch (SQLException e) {
      closeQuietly(fresh);
      throw e;
    }
  }

  /** Names this engine to the others; the server shows it with the connection. */
  private static String name() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      host = "an unnamed host";
    }
    String name = NAME + host.replaceAll("[^\\x21-\\x7e]", "?");
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /** Who has it, as far as the server tells. */
  private String holder() {
    try (Connection asking = connected();
        Statement statement = asking.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select who.application_name, who.backend_start from pg_locks held"
                    + " join pg_stat_activity who on who.pid = held.pid"
                    + " where held.locktype = 'advisory' and held.granted and held.objsubid = 2"
                    + " and held.database ="
                    + " (select oid from pg_database where datname = current_database())"
                    + " and held.classid::bigint = "
                    + SPACE
                    + " and held.objid::bigint = ("
                    + key()
                    + "::bigint & 4294967295)")) {
      if (!row.next() || row.getString(1) == null || row.getObject(2) == null) {
        return "";
      }
      String name = row.getString(1);
      String since = SINCE.format(row.getObject(2, OffsetDateTime.class));
      return name.startsWith(NAME)
          ? " on " + name.substring(NAME.length()) + ", since " + since
          : ", since " + since;
    } catch (SQLException _) {
      return "";
    }
  }

  private void guard() {
    while (!isClosedWithin(LOOK_EVERY)) {
      try {
        if (connection == null) {
          retake();
        } else if (!isTrue(connection, "select true")) {
          lose();
        }
      } catch (SQLException e) {
        LOG.error("the database's lock is lost: nothing is done until it is taken anew");
        lose();
      } catch (Throwable e) {
        LOG.error("the database's lock cannot be looked after", e);
        lose();
      }
    }
  }

  private void retake() {
    try {
      if (isTaken()) {
        taken = false;
        LOG.info("the database's lock is taken anew");
      } else if (!taken) {
        taken = true;
        LOG.error("another engine works on this database{}; this one does nothing", holder());
      }
    } catch (StoreUnavailable _) {
      // The database is away: its own troubles are told elsewhere.
    }
  }

  private void lose() {
    Connection lost = connection;
    connection = null;
    closeQuietly(lost);
  }

  private boolean isClosedWithin(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  private static boolean isTrue(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(ANSWER_SECONDS);
      try (ResultSet row = statement.executeQuery(sql)) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException _) {
      // The server ends it.
    }
  }
}
