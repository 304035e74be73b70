package duken.store.jdbc;

import duken.store.StoredSettings;
import duken.store.jdbc.database.NamedLocks;
import duken.store.jdbc.sql.Handle;
import java.util.Optional;

/** Table {@code setting}. */
final class JdbcSettings implements StoredSettings {

  private final Handle handle;
  private final NamedLocks locks;

  JdbcSettings(Handle handle, NamedLocks locks) {
    this.handle = handle;
    this.locks = locks;
  }

  @Override
  public Optional<String> get(String name) {
    return handle
        .createQuery("select content from setting where name = :name")
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public void put(String name, String value) {
    locks.take(NamedLocks.Purpose.SETTING, name);
    int updated = write("update setting set content = :content where name = :name", name, value);
    if (updated == 0) {
      write("insert into setting (name, content) values (:name, :content)", name, value);
    }
  }

  private int write(String sql, String name, String content) {
    return handle.createUpdate(sql).bind("name", name).bind("content", content).execute();
  }
}
