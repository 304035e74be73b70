package duken.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Instant ENDED = Instant.parse("2026-05-14T14:00:00Z");
  private final RetrySchedule schedule = new RetrySchedule(true);

  @Test
  void thereAreThreeAttemptsBeforeParking() {
    assertThat(schedule.beforeParking(1, ENDED)).contains(ENDED.plusSeconds(5));
    assertThat(schedule.beforeParking(2, ENDED)).contains(ENDED.plusSeconds(30));
    assertThat(schedule.beforeParking(3, ENDED)).isEmpty();
  }

  @Test
  void aParkedDeliveryIsTriedElevenTimesOverThreeDays() {
    List<Duration> tries = new ArrayList<>();
    Optional<Instant> next = schedule.whileParked(ENDED, ENDED);
    while (next.isPresent()) {
      tries.add(Duration.between(ENDED, next.get()));
      next = schedule.whileParked(ENDED, next.get().plusSeconds(10));
    }

    assertThat(tries)
        .extracting(Duration::toMinutes)
        .containsExactly(1L, 2L, 5L, 15L, 60L, 180L, 360L, 720L, 1440L, 2880L, 4320L);
  }

  @Test
  void whatWasMissedWhileTheEngineWasOffIsNotMadeUpFor() {
    Instant fourHoursLater = ENDED.plus(Duration.ofHours(4));

    assertThat(schedule.whileParked(ENDED, fourHoursLater))
        .contains(ENDED.plus(Duration.ofHours(6)));
  }

  @Test
  void theSettingStopsAfterExactlyThree() {
    assertThat(new RetrySchedule(false).whileParked(ENDED, ENDED)).isEmpty();
  }
}
