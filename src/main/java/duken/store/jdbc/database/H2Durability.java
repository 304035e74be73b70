package duken.store.jdbc.database;

import duken.store.jdbc.H2Housekeeping;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * The disk under an H2 file. To H2 a commit is done when it is in memory; it gets to the file up to
 * half a second later, and to the disk when the system likes. Here it is brought to both before
 * anybody hears of it (decision record 0007).
 *
 * <p>H2 writes table after table, each as it is when its turn comes: what a transaction changes
 * meanwhile would be in one table and not in the other after a kill. So the tables are written
 * while no transaction is under way (decision record 0047).
 */
public final class H2Durability implements CommitDurability {

  private final Connecting source;
  private final GroupSync group = new GroupSync(this::sync);

  /** Held shared by every transaction, and alone by whoever writes the tables. */
  private final ReentrantReadWriteLock tables = new ReentrantReadWriteLock();

  private H2Housekeeping housekeeping;

  /** Transactions that may be visible and not yet on the disk. */
  private final AtomicInteger unsettled = new AtomicInteger();

  /** Keeps the file open, and is used by one thread at a time: who syncs, or who closes. */
  private Connection connection;

  /** Opens a connection to the file. */
  public interface Connecting {
    Connection connect() throws SQLException;
  }

  public H2Durability(Connecting source) {
    this.source = source;
  }

  @Override
  public <T> T keep(Supplier<T> transaction) {
    unsettled.incrementAndGet();
    try {
      T result = run(transaction);
      awaitSync();
      return result;
    } finally {
      unsettled.decrementAndGet();
    }
  }

  @Override
  public <T> T keepLater(Supplier<T> transaction) {
    unsettled.incrementAndGet();
    try {
      T result = run(transaction);
      group.owe();
      return result;
    } finally {
      unsettled.decrementAndGet();
    }
  }

  @Override
  public <T> T run(Supplier<T> transaction) {
    tables.readLock().lock();
    try {
      return transaction.get();
    } finally {
      tables.readLock().unlock();
    }
  }

  @Override
  public void keepWhatWasSeen() {
    if (unsettled.get() > 0 || group.isOwed()) {
      awaitSync();
    }
  }

  /**
   * Within a transaction nobody waits: the tables are written after it, and it waits at its end.
   */
  private void awaitSync() {
    if (tables.getReadHoldCount() == 0) {
      group.awaitSync();
    }
  }

  /** Opens the file and begins to keep it small. */
  H2Durability begin() {
    try {
      MVStore store = storeOf(connected());
      if (store.isPersistent()) {
        housekeeping = H2Housekeeping.start(store, this::alone);
      }
      return this;
    } catch (SQLException e) {
      throw SqlFailureTranslator.ofDisk(e);
    }
  }

  @Override
  public void close() {
    if (housekeeping != null) {
      housekeeping.close();
    }
    try (Statement statement = connected().createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      throw SqlFailureTranslator.ofDisk(e);
    }
  }

  private void sync() {
    try {
      MVStore store = storeOf(connected());
      if (!store.isPersistent()) {
        return;
      }
      alone(store::commit);
      // CHECKPOINT SYNC would do, but for one gap: H2's own thread may have taken our commit to
      // write it just now, and then there is nothing left to wait for. This waits for that too.
      // When it fails the store closes itself: what is on the disk is not known any more.
      store.executeFilestoreOperation(store::sync);
    } catch (SQLException e) {
      connection = null;
      throw SqlFailureTranslator.ofDisk(e);
    } catch (RuntimeException e) {
      connection = null;
      throw SqlFailureTranslator.ofDisk(e);
    }
  }

  /** Does what writes tables, while no transaction is under way. */
  private void alone(Runnable writing) {
    tables.writeLock().lock();
    try {
      writing.run();
    } finally {
      tables.writeLock().unlock();
    }
  }

  private Connection connected() throws SQLException {
    if (connection == null) {
      connection = source.connect();
    }
    return connection;
  }

  public static MVStore storeOf(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }
}
