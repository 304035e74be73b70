package duken.store.jdbc.database;

import duken.store.jdbc.sql.Handle;
import java.time.Duration;
import java.util.function.Function;

/** The slots that one transaction takes. */
public interface SlotLocks {

  /** Waits for a slot that this transaction does not hold yet. */
  void take(int slot);

  /** Gives all of them back; the transaction has ended. */
  void release();

  /** What makes the slots of each transaction on such a database. */
  static Function<Handle, SlotLocks> of(Dialect dialect, Duration patience) {
    if (!dialect.isOursAlone()) {
      return SlotLocks::ofRows;
    }
    ProcessLocks locks = new ProcessLocks(patience);
    return handle -> locks.begin();
  }

  /**
   * A small table of rows that are only ever locked: whoever shares the database waits too. The end
   * of the transaction frees them.
   */
  static SlotLocks ofRows(Handle handle) {
    return new SlotLocks() {
      @Override
      public void take(int slot) {
        handle
            .createQuery("select id from lock_slot where id = :slot for update")
            .bind("slot", slot)
            .mapTo(Integer.class)
            .one();
      }

      @Override
      public void release() {}
    };
  }
}
