package duken.store.jdbc;

/** Where commits end up. */
interface Disk extends AutoCloseable {

  /** Returns when everything committed before this call survives a power cut. */
  void settle();

  /** Closes the database. */
  @Override
  void close();

  /** A server's: it settles each commit by itself, and nobody closes it from here. */
  static Disk ofServer() {
    return new Disk() {
      @Override
      public void settle() {}

      @Override
      public void close() {}
    };
  }
}
