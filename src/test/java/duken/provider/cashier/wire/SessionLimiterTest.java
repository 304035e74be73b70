package duken.provider.cashier.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.provider.cashier.wire.SessionLimiter.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SessionLimiterTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration NOT_AT_ALL = Duration.ofNanos(1);

  private final SessionLimiter limiter = new SessionLimiter(4);

  private boolean enters(Urgency urgency) {
    return limiter.enter("a", urgency, NOT_AT_ALL);
  }

  @Test
  void theLastPlaceIsKeptForCreationsAndBulkLeavesOneMore() {
    assertThat(enters(Urgency.BULK)).isTrue();
    assertThat(enters(Urgency.BULK)).isTrue();
    assertThat(enters(Urgency.BULK)).isFalse();
    assertThat(enters(Urgency.QUESTION)).isTrue();
    assertThat(enters(Urgency.QUESTION)).isFalse();
    assertThat(enters(Urgency.PERSON)).isFalse();
    assertThat(enters(Urgency.CREATION)).isTrue();
    assertThat(enters(Urgency.CREATION)).isFalse();
    assertThat(limiter.enter("another", Urgency.BULK, NOT_AT_ALL)).isTrue();
    limiter.leave("a");
    assertThat(enters(Urgency.CREATION)).isTrue();
  }

  @Test
  void aSessionThatAllowsOneCallServesEverybody() {
    SessionLimiter one = new SessionLimiter(1);
    for (Urgency urgency : Urgency.values()) {
      assertThat(one.enter("a", urgency, NOT_AT_ALL)).isTrue();
      assertThat(one.enter("a", Urgency.CREATION, NOT_AT_ALL)).isFalse();
      one.leave("a");
    }
  }

  @Test
  void whoeverWaitsIsLetInByUrgencyAndThenInTurn() {
    SessionLimiter one = new SessionLimiter(1);
    assertThat(one.enter("a", Urgency.BULK, NOT_AT_ALL)).isTrue();
    List<Urgency> entered = new CopyOnWriteArrayList<>();
    List<Urgency> asked =
        List.of(Urgency.BULK, Urgency.QUESTION, Urgency.PERSON, Urgency.CREATION, Urgency.QUESTION);
    List<CompletableFuture<Void>> all =
        asked.stream()
            .map(
                urgency -> {
                  Thread[] waiting = new Thread[1];
                  CompletableFuture<Void> done = new CompletableFuture<>();
                  waiting[0] =
                      Thread.ofPlatform()
                          .start(
                              () -> {
                                if (one.enter("a", urgency, LONG)) {
                                  entered.add(urgency);
                                  one.leave("a");
                                }
                                done.complete(null);
                              });
                  await().until(() -> waiting[0].getState() == Thread.State.TIMED_WAITING);
                  return done;
                })
            .toList();
    one.leave("a");
    all.forEach(CompletableFuture::join);
    assertThat(entered)
        .containsExactly(
            Urgency.CREATION, Urgency.PERSON, Urgency.QUESTION, Urgency.QUESTION, Urgency.BULK);
  }
}
