package duken.app.folder;

import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.util.function.Function;

/**
 * A data folder that is ready for work.
 *
 * @param settings that hold for this command
 */
public record PreparedFolder(DataFolder data, Settings settings) {

  /**
   * What does the work of a command: the engine that runs in this folder where there is one, so
   * that it takes up a change at once, else the folder's own database.
   *
   * @param stored opens the database; what it makes gives the lock back at its end
   * @throws UserError when neither way is open
   */
  public <T> T reach(Function<EngineDescriptor, T> running, Function<FolderLock, T> stored) {
    return FolderLock.hold(data, FolderLock.Role.ENGINE, stored)
        .orElseGet(() -> running.apply(engine()));
  }

  private EngineDescriptor engine() {
    return EngineDescriptor.of(data)
        .orElseThrow(() -> UserError.notNow(Said.of("folder.silent", data.path())));
  }
}
