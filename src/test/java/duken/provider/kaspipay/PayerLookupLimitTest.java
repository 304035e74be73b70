package duken.provider.kaspipay;

import static org.assertj.core.api.Assertions.assertThat;

import duken.engine.SettableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PayerLookupLimitTest {

  private final SettableClock clock = new SettableClock();
  private final PayerLookupLimit limit = new PayerLookupLimit(clock);

  @Test
  void fiftyNamesAMinuteHoweverManyAskAtOnce() {
    assertThat(taken(200)).isEqualTo(50);
    clock.pass(Duration.ofSeconds(59));
    assertThat(limit.take(1)).isFalse();
    assertThat(limit.take(2)).as("another desk").isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(taken(200)).isEqualTo(50);
  }

  @Test
  void aClockThatIsSetBackSilencesNobody() {
    assertThat(taken(60)).isEqualTo(50);
    clock.pass(Duration.ofHours(-3));
    assertThat(limit.take(1)).isTrue();
  }

  private long taken(int asked) {
    return Stream.generate(
            () -> CompletableFuture.supplyAsync(() -> limit.take(1), Thread::startVirtualThread))
        .limit(asked)
        .toList()
        .stream()
        .filter(CompletableFuture::join)
        .count();
  }
}
