package duken.store.jdbc;

/** What every test of a table runs on. */
public enum Database {
  H2 {
    @Override
    JdbcStore open() {
      return TestStores.h2InMemoryOrTempFile();
    }
  },
  POSTGRESQL {
    @Override
    JdbcStore open() {
      return TestStores.postgres();
    }
  };

  abstract JdbcStore open();
}
