package duken.app;

import duken.api.AdminJson;
import duken.domain.ApiKey;
import duken.domain.Mode;
import java.util.List;

/** The keys of a data folder, from the database itself or through the engine that has it open. */
interface KeyBook extends AutoCloseable {

  /**
   * Opens the book: through the running engine where there is one, so that it takes up a change at
   * once.
   *
   * @throws Sentence when neither way is open
   */
  static KeyBook of(DataFolder folder, Settings settings) {
    return FolderLock.take(folder, FolderLock.Role.ENGINE)
        .<KeyBook>map(lock -> StoredKeyBook.open(folder, settings, lock))
        .orElseGet(
            () ->
                new RemoteKeyBook(
                    RunningEngine.of(folder)
                        .orElseThrow(
                            () ->
                                Sentence.notNow(
                                    "Another program works in "
                                        + folder.path()
                                        + " and does not say how to reach it. Try again."))));
  }

  /** Makes a key; the shop is made too where there is none of that name. */
  AdminJson.CreatedKey create(String tenant, String name, Mode mode, ApiKey.Role role);

  /** All keys of all shops, oldest first. */
  List<AdminJson.Key> list();

  /**
   * Revokes a key.
   *
   * @return whether there was such a valid key
   */
  boolean revoke(long id);

  @Override
  void close();
}
