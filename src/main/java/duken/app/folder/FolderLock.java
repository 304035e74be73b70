package duken.app.folder;

import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One engine and one window at a time work in a data folder. A lock ends with its process, however
 * that ends.
 */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  public enum Role {
    /** Who writes to the database. */
    ENGINE,
    WINDOW
  }

  /**
   * Takes this role in the folder, unless another program has it.
   *
   * @throws UserError when the folder's file system knows no locks or cannot be written to
   */
  public static Optional<FolderLock> take(DataFolder folder, Role role) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.run().resolve(role.name().toLowerCase(Locale.ROOT) + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new FolderLock(channel, lock));
      }
      channel.close();
      return Optional.empty();
    } catch (OverlappingFileLockException _) {
      closeQuietly(channel);
      return Optional.empty();
    } catch (IOException e) {
      closeQuietly(channel);
      throw UserError.notNow(Said.of("folder.lock", folder.path()), e);
    }
  }

  /**
   * Takes this role for something that works under it and gives it back at its end; it is given
   * back at once when that cannot be made.
   *
   * @return empty when another program has the role
   * @throws UserError as {@link #take}
   */
  public static <T> Optional<T> hold(DataFolder folder, Role role, Function<FolderLock, T> maker) {
    return take(folder, role)
        .map(
            lock -> {
              try {
                return maker.apply(lock);
              } catch (RuntimeException e) {
                lock.close();
                throw e;
              }
            });
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException _) {
      // Nothing was written through it.
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
    } catch (IOException _) {
      // Closing the channel releases it too.
    }
    closeQuietly(channel);
  }
}
