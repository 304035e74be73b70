package duken.app.wiring;

import duken.app.folder.DataFolder;
import duken.app.folder.Setting;
import duken.app.folder.Settings;
import duken.app.terminal.UserError;
import duken.app.words.Said;
import duken.store.Store;
import duken.store.StoreUnavailable;
import duken.store.jdbc.JdbcStore;
import duken.store.jdbc.StoreOptions;
import java.io.File;
import java.util.function.Function;

/** Opens the database that the settings name. */
public final class Database {

  private Database() {}

  /**
   * The file in the data folder, or a PostgreSQL.
   *
   * @throws UserError when it cannot be opened
   */
  public static Store open(DataFolder folder, Settings settings) {
    return open(folder, settings, JdbcStore::open);
  }

  /**
   * The same for an engine, which has to be the only one.
   *
   * @throws UserError when it cannot be opened, or another engine works on it
   */
  static Store openForEngine(DataFolder folder, Settings settings) {
    return open(folder, settings, JdbcStore::openForEngine);
  }

  private static Store open(
      DataFolder folder, Settings settings, Function<StoreOptions, JdbcStore> opening) {
    String url = settings.get(Setting.DATABASE_URL);
    if (url.isEmpty() && folder.path().toString().indexOf(';') >= 0) {
      throw UserError.badInput(Said.of("folder.semicolon", folder.path()));
    }
    if (url.isEmpty()
        && File.separatorChar != '\\'
        && folder.path().toString().indexOf('\\') >= 0) {
      throw UserError.badInput(Said.of("folder.backslash", folder.path()));
    }
    try {
      return opening.apply(
          url.isEmpty()
              ? StoreOptions.inFolder(folder.path())
              : StoreOptions.at(url)
                  .as(
                      orNull(settings, Setting.DATABASE_USER),
                      orNull(settings, Setting.DATABASE_PASSWORD)));
    } catch (StoreUnavailable e) {
      throw UserError.notNow(Said.of("database.closed", Said.detail(e.getMessage())), e);
    }
  }

  private static String orNull(Settings settings, Setting<String> setting) {
    String value = settings.get(setting);
    return value.isEmpty() ? null : value;
  }
}
