package duken.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
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
  void anErrorEndsNoLoop() {
    try (Loop loop =
        new Loop(
            "test",
            () -> {
              if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError("once");
              }
              return LONG;
            })) {
      loop.start();
      await().untilAtomic(rounds, equalTo(1));
      loop.nudge();
      await().untilAtomic(rounds, equalTo(2));
      assertThat(loop.state()).isEqualTo(LoopHealth.State.WELL);
    }
  }

  @Test
  void aRoundThatHangsIsLateUntilItEnds() {
    AtomicLong nanos = new AtomicLong();
    CountDownLatch goOn = new CountDownLatch(1);
    try (Loop loop =
        new Loop(
            "test",
            () -> {
              count();
              await().atMost(LONG).until(() -> goOn.getCount() == 0);
              return LONG;
            },
            nanos::get)) {
      assertThat(loop.state()).as("not started").isEqualTo(LoopHealth.State.WELL);
      loop.start();
      await().untilAtomic(rounds, equalTo(1));
      nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      assertThat(loop.state()).isEqualTo(LoopHealth.State.WELL);
      nanos.addAndGet(Duration.ofMinutes(2).toNanos());
      assertThat(loop.state()).isEqualTo(LoopHealth.State.LATE);
      goOn.countDown();
      await().until(() -> loop.state() == LoopHealth.State.WELL);
    }
  }

  @Test
  void aLoopWhoseThreadIsGoneIsToldStopped() {
    AtomicLong calls = new AtomicLong();
    Loop loop =
        new Loop(
            "test",
            () -> LONG,
            () -> {
              if (calls.incrementAndGet() == 2) {
                throw new LinkageError("not within a round");
              }
              return 0;
            });
    loop.start();
    await().until(() -> loop.state() == LoopHealth.State.STOPPED);
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
