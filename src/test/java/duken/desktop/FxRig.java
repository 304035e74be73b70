package duken.desktop;

import duken.junit.MachineNeeds;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.text.Font;

/** JavaFX for tests: started once for the whole run, and work on its thread. */
public final class FxRig {

  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final long PATIENCE_SECONDS = 60;

  private FxRig() {}

  /** Starts JavaFX, unless it runs. Where it can draw no letters the test is skipped. */
  public static synchronized void start() {
    startOnce();
    try {
      Font.getDefault();
    } catch (NullPointerException | LinkageError _) {
      MachineNeeds.missing(
          "library that draws letters (libfreetype, libpango)",
          "apt-get install libgtk-3-0 fontconfig fonts-dejavu-core");
    }
  }

  private static void startOnce() {
    if (STARTED.getAndSet(true)) {
      return;
    }
    CountDownLatch ready = new CountDownLatch(1);
    try {
      Platform.startup(ready::countDown);
      Platform.setImplicitExit(false);
      if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("JavaFX did not start");
      }
    } catch (IllegalStateException _) {
      // Somebody else started it.
      Platform.setImplicitExit(false);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Does {@code work} on the JavaFX thread and waits for it. */
  public static <T> T get(Supplier<T> work) {
    start();
    if (Platform.isFxApplicationThread()) {
      return work.get();
    }
    FutureTask<T> task = new FutureTask<>(work::get);
    Platform.runLater(task);
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Like {@link #get}, without a result. */
  public static void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }
}
