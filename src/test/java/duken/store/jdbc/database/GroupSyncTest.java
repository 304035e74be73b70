package duken.store.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.store.jdbc.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class GroupSyncTest {

  @Test
  void whoComesAloneSyncsAlone() {
    AtomicInteger syncs = new AtomicInteger();
    GroupSync group = new GroupSync(syncs::incrementAndGet);

    group.awaitSync();
    group.awaitSync();

    assertThat(syncs).hasValue(2);
  }

  @Test
  void thoseWhoComeWhileOneRunsShareTheNext() throws Exception {
    AtomicInteger syncs = new AtomicInteger();
    CountDownLatch firstRuns = new CountDownLatch(1);
    Semaphore mayEnd = new Semaphore(0);
    GroupSync group =
        new GroupSync(
            () -> {
              syncs.incrementAndGet();
              firstRuns.countDown();
              mayEnd.acquireUninterruptibly();
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(group::awaitSync);
      Race.await(firstRuns);
      AtomicInteger coming = new AtomicInteger();
      List<Thread> waiting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        waiting.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      coming.incrementAndGet();
                      group.awaitSync();
                    }));
      }
      Awaitility.await()
          .until(() -> waiting.stream().allMatch(t -> t.getState() == Thread.State.WAITING));
      mayEnd.release();
      Race.result(first);
      assertThat(waiting).as("the first began before they came").allMatch(Thread::isAlive);
      mayEnd.release();
      for (Thread thread : waiting) {
        thread.join();
      }

      assertThat(coming).hasValue(20);
      assertThat(syncs).hasValue(2);
    }
  }

  @Test
  void aFailureIsTheRunnersAndTheOthersTryThemselves() throws Exception {
    CountDownLatch firstRuns = new CountDownLatch(1);
    Semaphore mayEnd = new Semaphore(0);
    AtomicInteger syncs = new AtomicInteger();
    GroupSync group =
        new GroupSync(
            () -> {
              firstRuns.countDown();
              mayEnd.acquireUninterruptibly();
              if (syncs.incrementAndGet() == 1) {
                throw new IllegalStateException("disk full");
              }
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(group::awaitSync);
      Race.await(firstRuns);
      Future<?> second = threads.submit(group::awaitSync);
      mayEnd.release(2);

      assertThatThrownBy(() -> Race.result(first)).hasMessage("disk full");
      Race.result(second);
      assertThat(syncs).hasValue(2);
    }
  }

  @Test
  void nobodyReturnsBeforeASyncThatBeganAfterItsCommit() throws Exception {
    AtomicLong committed = new AtomicLong();
    AtomicLong safe = new AtomicLong();
    GroupSync group =
        new GroupSync(
            () -> {
              long seen = committed.get();
              Thread.yield();
              safe.accumulateAndGet(seen, Math::max);
            });

    List<Boolean> kept =
        Race.of(
            16,
            () -> {
              boolean all = true;
              for (int i = 0; i < 300; i++) {
                long mine = committed.incrementAndGet();
                group.awaitSync();
                all &= safe.get() >= mine;
              }
              return all;
            });

    assertThat(kept).containsOnly(true);
  }
}
