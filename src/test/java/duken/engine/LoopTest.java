package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoopTest {

  private static final Duration LONG = Duration.ofHours(1);
  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void aNudgeEndsTheWaiting() {
    try (Loop loop = new Loop("test", this::count)) {
      loop.start();
      await().untilAtomic(rounds, equalTo(1));
      loop.nudge();
      await().untilAtomic(rounds, equalTo(2));
    }
  }

  @Test
  void manyNudgesDuringARoundMakeOneMore() {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (Loop loop =
        new Loop(
            "test",
            () -> {
              count();
              inside.countDown();
              await().until(() -> goOn.getCount() == 0);
              return LONG;
            })) {
      loop.start();
      await().until(() -> inside.getCount() == 0);
      for (int i = 0; i < 100; i++) {
        loop.nudge();
      }
      goOn.countDown();
      await().untilAtomic(rounds, equalTo(2));
    }
    assertThat(rounds).hasValue(2);
  }

  @Test
  void closingWaitsForTheRoundAndInterruptsNobody() {
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Loop loop =
        new Loop(
            "test",
            () -> {
              inside.countDown();
              await().until(() -> goOn.getCount() == 0);
              interrupted.set(Thread.currentThread().isInterrupted());
              count();
              return LONG;
            });
    loop.start();
    await().until(() -> inside.getCount() == 0);
    Thread closing = Thread.ofVirtual().start(loop::close);
    goOn.countDown();
    await().until(() -> !closing.isAlive());

    assertThat(rounds).hasValue(1);
    assertThat(interrupted).isFalse();
  }

  @Test
  void aRoundThatFailsIsNotTheLast() {
    try (Loop loop =
        new Loop(
            "test",
            () -> {
              if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
              return LONG;
            })) {
      loop.start();
      await().untilAtomic(rounds, equalTo(1));
      loop.nudge();
      await().untilAtomic(rounds, equalTo(2));
    }
  }

  @Test
  void aLoopThatWasNeverStartedClosesAtOnce() {
    new Loop("test", this::count).close();
    assertThat(rounds).hasValue(0);
  }

  private Duration count() {
    rounds.incrementAndGet();
    return LONG;
  }
}
