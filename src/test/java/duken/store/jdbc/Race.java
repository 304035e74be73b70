package duken.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets real threads run at each other. */
public final class Race {

  private static final long SECONDS = 60;

  private Race() {}

  /** What {@code runners} threads got that all set off at the same moment. */
  public static <T> List<T> of(int runners, Callable<T> run) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners);
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        running.add(
            threads.submit(
                () -> {
                  start.await(SECONDS, TimeUnit.SECONDS);
                  return run.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> runner : running) {
        results.add(result(runner));
      }
      return results;
    }
  }

  /** Waits for a sign from another thread. */
  public static void await(CountDownLatch sign) {
    try {
      if (!sign.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no sign after " + SECONDS + " s");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What a thread got, or its exception. */
  public static <T> T result(Future<T> runner) throws Exception {
    try {
      return runner.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } catch (TimeoutException e) {
      throw new AssertionError("still waiting after " + SECONDS + " s", e);
    }
  }
}
