package duken.store.jdbc.database;

import java.util.function.Supplier;

/** Where commits end up. */
public interface CommitDurability extends AutoCloseable {

  /**
   * Runs a transaction and returns its result when it survives a power cut.
   *
   * @param transaction ends with its commit
   */
  <T> T keep(Supplier<T> transaction);

  /**
   * Runs a transaction and returns its result; the next sync keeps it too, and readers wait for
   * that.
   *
   * @param transaction ends with its commit
   */
  default <T> T keepLater(Supplier<T> transaction) {
    return keep(transaction);
  }

  /**
   * Runs a transaction and returns its result; a power cut may lose it, but not a part of it.
   *
   * @param transaction ends with its commit, or rolls back and throws
   */
  default <T> T run(Supplier<T> transaction) {
    return transaction.get();
  }

  /**
   * Returns when everything a reader can have seen until now survives a power cut: nobody is told
   * what might still be lost.
   */
  void keepWhatWasSeen();

  @Override
  void close();

  /** A server's: nobody sees a commit there before it is kept, and nobody closes it from here. */
  static CommitDurability ofServer() {
    return new CommitDurability() {
      @Override
      public <T> T keep(Supplier<T> transaction) {
        return transaction.get();
      }

      @Override
      public void keepWhatWasSeen() {}

      @Override
      public void close() {}
    };
  }
}
