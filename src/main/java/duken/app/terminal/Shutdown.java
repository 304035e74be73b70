package duken.app.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a program that runs until somebody ends it. A signal (SIGTERM, Ctrl+C) or {@link #ask}
 * lets {@link #await} return; the program then stops in its own order and the process ends with 0.
 */
public final class Shutdown implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("shutdown").unstarted(this::onSignal);

  private volatile boolean bySignal;

  /** Listens for signals from now on. */
  public Shutdown() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Waits until somebody wants the program to end. */
  public void await() {
    try {
      asked.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }

  /** Whether the process is being ended from outside: its libraries stop by themselves then. */
  public boolean isBySignal() {
    return bySignal;
  }

  /** Wants the program to end. */
  public void ask() {
    asked.countDown();
  }

  /** Everything is stopped; the process may end. */
  @Override
  public void close() {
    stopped.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The signal came first: the hook runs and ends the process.
    }
  }

  private void onSignal() {
    bySignal = true;
    ask();
    try {
      if (stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts here", e);
    }
  }
}
