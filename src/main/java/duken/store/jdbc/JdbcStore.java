package duken.store.jdbc;

import static org.jdbi.v3.core.statement.StatementExceptions.MessageRendering.NONE;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import duken.store.Store;
import duken.store.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store in a database reached through JDBC. */
public final class JdbcStore implements Store {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final Disk disk;
  private final Duration patience;

  /** Held shared by every transaction, and for good by {@link #close}. */
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  private volatile boolean closing;

  JdbcStore(HikariDataSource pool, Dialect dialect, Disk disk, Duration patience) {
    this.pool = pool;
    this.dialect = dialect;
    this.disk = disk;
    this.patience = patience;
    this.jdbi =
        Jdbi.create(pool)
            .registerArgument(new UtcInstants())
            .configure(StatementExceptions.class, e -> e.setMessageRendering(NONE));
  }

  /**
   * Opens the database, creates it when there is none, and brings its schema up to date.
   *
   * @throws StoreUnavailable when it cannot be reached, is in use by another program, is damaged,
   *     or was written by a newer version of this program
   * @throws IllegalArgumentException when the URL names neither H2 nor PostgreSQL
   */
  public static JdbcStore open(StoreOptions options) {
    Dialect dialect = Dialect.of(options.url());
    try {
      Optional<H2File> file = H2File.of(options.url());
      file.ifPresent(
          f -> f.makeUnlessThere(url -> connect(options.to(url), dialect, true).close()));
      return connect(options, dialect, file.isEmpty());
    } catch (RuntimeException e) {
      throw StoreFailures.atOpening(e, dialect);
    }
  }

  private static JdbcStore connect(StoreOptions options, Dialect dialect, boolean mayBeEmpty) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setMaximumPoolSize(options.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(options.patience().toMillis());
    dialect.prepare(config, options);
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Migrations.run(pool, mayBeEmpty);
      return new JdbcStore(pool, dialect, dialect.disk(options), options.patience());
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  @Override
  public <T> T write(Function<Rooms, T> work) {
    return inside(
        () -> {
          Written<T> written = disk.keep(() -> transaction(work));
          written.rooms().kept();
          return written.result();
        });
  }

  @Override
  public void writeLightly(Consumer<Rooms> work) {
    inside(
        () -> {
          Written<Void> written =
              transaction(
                  rooms -> {
                    work.accept(rooms);
                    return null;
                  });
          written.rooms().kept();
          return null;
        });
  }

  @Override
  public <T> T read(Function<Rooms, T> work) {
    return inside(
        () -> {
          T result = jdbi.withHandle(handle -> look(handle, work));
          disk.keepWhatWasSeen();
          return result;
        });
  }

  @Override
  public boolean isAlive() {
    try {
      return read(rooms -> rooms.settings().get("").isEmpty());
    } catch (RuntimeException _) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    if (pool.isClosed()) {
      return;
    }
    closing = true;
    boolean quiet = false;
    try {
      quiet = gate.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      // Somebody is in a hurry; the database is closed all the same.
    }
    if (!quiet) {
      LOG.warn("The database is closed while transactions are running");
    }
    pool.close();
    try {
      disk.close();
    } catch (StoreUnavailable e) {
      LOG.warn("The database did not close in order: {}", e.getMessage());
    }
  }

  /** A committed transaction. */
  private record Written<T>(T result, JdbcRooms rooms) {}

  private <T> Written<T> transaction(Function<Rooms, T> work) {
    return jdbi.inTransaction(
        handle -> {
          JdbcRooms rooms = new JdbcRooms(handle, dialect);
          T result = work.apply(rooms);
          rooms.beforeCommit();
          return new Written<>(result, rooms);
        });
  }

  /** For tests that look at a connection of the pool. */
  <T> T within(Function<Handle, T> work) {
    return inside(() -> jdbi.withHandle(work::apply));
  }

  /** Rolls back at the end, so that nothing written by mistake stays on either database. */
  private <T> T look(Handle handle, Function<Rooms, T> work) {
    handle.setReadOnly(true);
    handle.begin();
    T result;
    try {
      result = work.apply(new JdbcRooms(handle, dialect));
    } catch (RuntimeException e) {
      try {
        handle.rollback();
      } catch (RuntimeException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
    handle.rollback();
    return result;
  }

  private <T> T inside(Supplier<T> work) {
    if (gate.getReadHoldCount() > 0) {
      // JDBI would join the outer one: an inner write would be acknowledged before it is kept.
      throw new IllegalStateException("a transaction is running in this thread already");
    }
    if (closing || !gate.readLock().tryLock()) {
      throw new StoreUnavailable("the store is closed", null);
    }
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw StoreFailures.atWork(e);
    } finally {
      gate.readLock().unlock();
    }
  }
}
