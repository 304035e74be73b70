package duken.app.folder;

import duken.app.terminal.UserError;
import duken.app.words.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * How a second start brings the first window to front: it touches a file beside the window's lock,
 * and the window hears it. Works whether or not the window's engine is in the same process.
 */
public final class WindowActivation implements AutoCloseable {

  private static final String NAME = "show-window";

  private final WatchService watcher;

  private WindowActivation(WatchService watcher) {
    this.watcher = watcher;
  }

  /** Calls {@code show} on a thread of its own whenever somebody rings. */
  public static WindowActivation hear(DataFolder folder, Runnable show) {
    try {
      WatchService watcher = folder.run().getFileSystem().newWatchService();
      folder
          .run()
          .register(
              watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      Thread.ofPlatform().daemon().name("window activation").start(() -> listen(watcher, show));
      return new WindowActivation(watcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the window that is open in this folder to come to front. */
  public static void ring(DataFolder folder) {
    try {
      Files.writeString(folder.run().resolve(NAME), String.valueOf(ProcessHandle.current().pid()));
    } catch (IOException e) {
      throw UserError.notNow(Said.of("window.silent"), e);
    }
  }

  private static void listen(WatchService watcher, Runnable show) {
    try {
      while (true) {
        WatchKey key = watcher.take();
        boolean rung =
            key.pollEvents().stream().anyMatch(event -> Path.of(NAME).equals(event.context()));
        if (rung) {
          show.run();
        }
        if (!key.reset()) {
          return;
        }
      }
    } catch (ClosedWatchServiceException _) {
      // The window closes.
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  @Override
  public void close() {
    try {
      watcher.close();
    } catch (IOException _) {
      // It only listened.
    }
  }
}
