package duken.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import duken.store.Store;
import duken.store.StoreUnavailable;
import duken.store.jdbc.database.CommitDurability;
import duken.store.jdbc.database.Dialect;
import duken.store.jdbc.database.SlotLocks;
import duken.store.jdbc.database.SqlFailureTranslator;
import duken.store.jdbc.invoice.InvoiceNumbers;
import duken.store.jdbc.sql.Handle;
import duken.store.jdbc.sql.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store in a database reached through JDBC. */
public final class JdbcStore implements Store {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcStore.class);

  private final HikariDataSource pool;
  private final Dialect dialect;
  private final CommitDurability commitDurability;
  private final Duration patience;
  private final Function<Handle, SlotLocks> slotLocks;

  /** Held shared by every transaction, and for good by {@link #close}. */
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  private final AtomicLong configurations = new AtomicLong();

  private volatile boolean closing;

  /** The one engine's lock, or null where nobody else can come. */
  private volatile DatabaseLock lock;

  public JdbcStore(
      HikariDataSource pool,
      Dialect dialect,
      CommitDurability commitDurability,
      Duration patience) {
    this.pool = pool;
    this.dialect = dialect;
    this.commitDurability = commitDurability;
    this.patience = patience;
    this.slotLocks = SlotLocks.of(dialect, patience);
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
      throw SqlFailureTranslator.atOpening(e, dialect);
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
      Migrations.run(pool, mayBeEmpty, schema -> H2File.copy(schema, pool, options));
      JdbcStore store = new JdbcStore(pool, dialect, dialect.disk(options), options.patience());
      int behind = store.within(handle -> new InvoiceNumbers(handle).catchUp());
      if (behind > 0) {
        LOG.warn("{} counters of invoice numbers stood behind their invoices", behind);
      }
      return store;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Opens the database for an engine: the only one that works on it, until the store is closed.
   *
   * @throws StoreUnavailable as {@link #open}; when another engine works on it, with its host and
   *     since when
   */
  public static JdbcStore openForEngine(StoreOptions options) {
    Optional<DatabaseLock> lock = DatabaseLock.take(options);
    try {
      JdbcStore store = open(options);
      store.lock = lock.orElse(null);
      return store;
    } catch (RuntimeException e) {
      lock.ifPresent(DatabaseLock::close);
      throw e;
    }
  }

  @Override
  public boolean isOurs() {
    DatabaseLock held = lock;
    return held == null || held.isHeld();
  }

  @Override
  public <T> T write(Function<Tx, T> work) {
    return inside(() -> done(commitDurability.keep(() -> transaction(work))));
  }

  @Override
  public <T> T writeAhead(Function<Tx, T> work) {
    return inside(() -> done(commitDurability.keepLater(() -> transaction(work))));
  }

  @Override
  public void writeLightly(Consumer<Tx> work) {
    inside(
        () ->
            done(
                commitDurability.run(
                    () ->
                        transaction(
                            tx -> {
                              work.accept(tx);
                              return null;
                            }))));
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return inside(
        () -> {
          T result = connected(connection -> look(connection, work));
          commitDurability.keepWhatWasSeen();
          return result;
        });
  }

  @Override
  public OptionalLong configurationVersion() {
    return dialect.isOursAlone() ? OptionalLong.of(configurations.get()) : OptionalLong.empty();
  }

  @Override
  public boolean isAlive() {
    try {
      return read(tx -> tx.storedSettings().get("").isEmpty());
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
    if (lock != null) {
      lock.close();
    }
    try {
      commitDurability.close();
    } catch (StoreUnavailable e) {
      LOG.warn("The database did not close in order: {}", e.getMessage());
    }
  }

  private static <T> T done(Written<T> written) {
    written.tx().kept();
    return written.result();
  }

  private record Written<T>(T result, JdbcTx tx) {}

  private <T> Written<T> transaction(Function<Tx, T> work) {
    return connected(
        connection -> {
          connection.setAutoCommit(false);
          Handle handle = new Handle(connection);
          SlotLocks slots = slotLocks.apply(handle);
          try {
            JdbcTx tx = new JdbcTx(handle, dialect, slots);
            T result = work.apply(tx);
            tx.beforeCommit();
            connection.commit();
            if (tx.isConfigured()) {
              configurations.incrementAndGet();
            }
            return new Written<>(result, tx);
          } catch (RuntimeException | SQLException e) {
            rollback(connection, e);
            throw e;
          } finally {
            slots.release();
          }
        });
  }

  /**
   * Rolls back what was written by mistake, so that it stays on neither database. Else it commits:
   * a rollback makes H2 forget the statements it has read.
   */
  private <T> T look(Connection connection, Function<Tx, T> work) throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    Handle handle = new Handle(connection);
    T result;
    try {
      result = work.apply(new JdbcTx(handle, dialect, SlotLocks.ofRows(handle)));
    } catch (RuntimeException e) {
      rollback(connection, e);
      throw e;
    }
    if (handle.isChanged()) {
      connection.rollback();
    } else {
      connection.commit();
    }
    return result;
  }

  private static void rollback(Connection connection, Exception failure) {
    try {
      connection.rollback();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  /** For tests that look at a connection of the pool: each statement is a transaction there. */
  public <T> T within(Function<Handle, T> work) {
    return inside(() -> connected(connection -> work.apply(new Handle(connection))));
  }

  private interface Use<T> {
    T of(Connection connection) throws SQLException;
  }

  private <T> T connected(Use<T> use) {
    try (Connection connection = pool.getConnection()) {
      return use.of(connection);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private <T> T inside(Supplier<T> work) {
    if (gate.getReadHoldCount() > 0) {
      // With a connection of its own it could wait for the outer one for ever.
      throw new IllegalStateException("a transaction is running in this thread already");
    }
    if (!isOurs()) {
      throw new StoreUnavailable("the database's lock is lost to this engine", null);
    }
    if (closing || !gate.readLock().tryLock()) {
      throw new StoreUnavailable("the store is closed", null);
    }
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw SqlFailureTranslator.atWork(e);
    } finally {
      gate.readLock().unlock();
    }
  }
}
