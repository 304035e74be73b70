package duken.engine.runtime;

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
class PeriodicTaskTest {

  private static final Duration LONG = Duration.ofHours(1);
  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void aNudgeEndsTheWaiting() {
    try (PeriodicTask periodicTask = new PeriodicTask("test", this::count)) {
      periodicTask.start();
      await().untilAtomic(rounds, equalTo(1));
      periodicTask.nudge();
      await().untilAtomic(rounds, equalTo(2));
    }
  }

  @Test
  void manyNudgesDuringARoundMakeOneMore() {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (PeriodicTask periodicTask =
        new PeriodicTask(
            "test",
            () -> {
              count();
              inside.countDown();
              await().until(() -> goOn.getCount() == 0);
              return LONG;
            })) {
      periodicTask.start();
      await().until(() -> inside.getCount() == 0);
      for (int i = 0; i < 100; i++) {
        periodicTask.nudge();
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
    PeriodicTask periodicTask =
        new PeriodicTask(
            "test",
            () -> {
              inside.countDown();
              await().until(() -> goOn.getCount() == 0);
              interrupted.set(Thread.currentThread().isInterrupted());
              count();
              return LONG;
            });
    periodicTask.start();
    await().until(() -> inside.getCount() == 0);
    Thread closing = Thread.ofVirtual().start(periodicTask::close);
    goOn.countDown();
    await().until(() -> !closing.isAlive());

    assertThat(rounds).hasValue(1);
    assertThat(interrupted).isFalse();
  }

  @Test
  void aRoundThatFailsIsNotTheLast() {
    try (PeriodicTask periodicTask =
        new PeriodicTask(
            "test",
            () -> {
              if (rounds.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
              return LONG;
            })) {
      periodicTask.start();
      await().untilAtomic(rounds, equalTo(1));
      periodicTask.nudge();
      await().untilAtomic(rounds, equalTo(2));
    }
  }

  @Test
  void anErrorEndsNoLoop() {
    try (PeriodicTask periodicTask =
        new PeriodicTask(
            "test",
            () -> {
              if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError("once");
              }
              return LONG;
            })) {
      periodicTask.start();
      await().untilAtomic(rounds, equalTo(1));
      periodicTask.nudge();
      await().untilAtomic(rounds, equalTo(2));
      assertThat(periodicTask.state()).isEqualTo(LoopHealth.State.WELL);
    }
  }

  @Test
  void aRoundThatHangsIsLateUntilItEnds() {
    AtomicLong nanos = new AtomicLong();
    CountDownLatch goOn = new CountDownLatch(1);
    try (PeriodicTask periodicTask =
        new PeriodicTask(
            "test",
            () -> {
              count();
              await().atMost(LONG).until(() -> goOn.getCount() == 0);
              return LONG;
            },
            nanos::get)) {
      assertThat(periodicTask.state()).as("not started").isEqualTo(LoopHealth.State.WELL);
      periodicTask.start();
      await().untilAtomic(rounds, equalTo(1));
      nanos.addAndGet(Duration.ofMinutes(1).toNanos());
      assertThat(periodicTask.state()).isEqualTo(LoopHealth.State.WELL);
      nanos.addAndGet(Duration.ofMinutes(2).toNanos());
      assertThat(periodicTask.state()).isEqualTo(LoopHealth.State.LATE);
      goOn.countDown();
      await().until(() -> periodicTask.state() == LoopHealth.State.WELL);
    }
  }

  @Test
  void aLoopWhoseThreadIsGoneIsToldStopped() {
    AtomicLong calls = new AtomicLong();
    PeriodicTask periodicTask =
        new PeriodicTask(
            "test",
            () -> LONG,
            () -> {
              if (calls.incrementAndGet() == 2) {
                throw new LinkageError("not within a round");
              }
              return 0;
            });
    periodicTask.start();
    await().until(() -> periodicTask.state() == LoopHealth.State.STOPPED);
  }

  @Test
  void aLoopThatWasNeverStartedClosesAtOnce() {
    new PeriodicTask("test", this::count).close();
    assertThat(rounds).hasValue(0);
  }

  private Duration count() {
    rounds.incrementAndGet();
    return LONG;
  }
}
