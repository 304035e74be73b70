package duken.desktop.kit.task;

import duken.api.EngineProblem;
import duken.api.EngineUnreachable;
import duken.desktop.kit.PinPrompt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a window's waiting is done: calls to the engine run on virtual threads, their outcome comes
 * back on the JavaFX thread. Not JavaFX's own {@code Task}: its {@code cancel} interrupts, and an
 * interrupt may break the database for everybody. Both executors are handed in, so that a test runs
 * on one thread.
 */
public final class Background {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor executor;
  private final FxThread fx;
  private final Pause pause;
  private volatile PinPrompt pins = PinPrompt.NONE;

  /** How something is done a moment later. */
  @FunctionalInterface
  public interface Pause {
    /** Has it done after this time. */
    void before(Runnable work, Duration time);
  }

  /** Work on {@code executor}, outcomes on {@code fx}; what is to be done later is done at once. */
  public Background(Executor executor, FxThread fx) {
    this(executor, fx, (work, _) -> work.run());
  }

  /** The same with pauses. */
  public Background(Executor executor, FxThread fx, Pause pause) {
    this.executor = executor;
    this.fx = fx;
    this.pause = pause;
  }

  /** A new virtual thread for each piece of work. */
  public static Background onVirtualThreads(FxThread fx) {
    Executor each = work -> Thread.ofVirtual().name("desk-call").start(work);
    return new Background(
        each,
        fx,
        (work, time) ->
            CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, each)
                .execute(work));
  }

  /** Does this on the JavaFX thread a moment later. */
  public void later(Duration time, Runnable work) {
    pause.before(() -> fx.run(work), time);
  }

  /** Who is asked when the engine wants a PIN; the refused call is then done once more. */
  public void promptingBy(PinPrompt prompt) {
    pins = prompt;
  }

  /**
   * Runs {@code work} away from the JavaFX thread.
   *
   * @param done what to do with the result, on the JavaFX thread
   * @param failed what to do with an {@link EngineProblem}, an {@link EngineUnreachable} or an
   *     unforeseen exception, on the JavaFX thread; the last kind is logged here, once
   */
  public <T> void ask(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
    attempt(
        work,
        done,
        e -> {
          boolean asked =
              e instanceof EngineProblem refusal
                  && pins.asks(
                      refusal, () -> again(work, done, failed), () -> failed.accept(refusal));
          if (!asked) {
            failed.accept(e);
          }
        });
  }

  private <T> void again(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
    attempt(
        work,
        result -> {
          pins.spent();
          done.accept(result);
        },
        e -> {
          pins.spent();
          failed.accept(e);
        });
  }

  private <T> void attempt(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
    executor.execute(
        () -> {
          T result;
          try {
            result = work.get();
          } catch (EngineProblem | EngineUnreachable expected) {
            fx.run(() -> failed.accept(expected));
            return;
          } catch (RuntimeException unforeseen) {
            LOG.error("a call to the engine failed: {}", unforeseen.getClass().getName());
            LOG.debug("its trace", unforeseen);
            fx.run(() -> failed.accept(unforeseen));
            return;
          }
          fx.run(() -> done.accept(result));
        });
  }

  /** Like {@link #ask}, for work without a result. */
  public void tell(Runnable work, Runnable done, Consumer<RuntimeException> failed) {
    ask(
        () -> {
          work.run();
          return true;
        },
        _ -> done.run(),
        failed);
  }
}
