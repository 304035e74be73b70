package duken.engine.poll;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.PaymentKind;
import duken.provider.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollIntervalTest {

  private static final Instant OPENED = Instant.parse("2026-05-14T14:30:00Z");
  private static final Pace PACE = new Pace(4, Duration.ofSeconds(3), Duration.ofSeconds(3));

  private final PollInterval pace = new PollInterval(() -> 0);

  private Duration bill(Duration age) {
    return pace.afterAnswer(PaymentKind.PHONE, PACE, null, OPENED, OPENED.plus(age));
  }

  @Test
  void aBillIsAskedAboutEverMoreGently() {
    assertNear(bill(Duration.ZERO), 5);
    assertNear(bill(Duration.ofMinutes(2)), 15);
    assertNear(bill(Duration.ofMinutes(10)), 60);
    assertNear(bill(Duration.ofHours(1)), 300);
  }

  @Test
  void aQrIsAskedAboutAsOftenAsTheRoadAllows() {
    assertNear(pace.afterAnswer(PaymentKind.QR, PACE, null, OPENED, OPENED), 3);
  }

  @Test
  void theBankDictatesButNotLessThanTheRoadsPauseNorMoreThanFiveMinutes() {
    assertNear(pace.afterAnswer(PaymentKind.QR, PACE, Duration.ofSeconds(20), OPENED, OPENED), 20);
    assertNear(pace.afterAnswer(PaymentKind.QR, PACE, Duration.ofMillis(1), OPENED, OPENED), 3);
    assertNear(pace.afterAnswer(PaymentKind.QR, PACE, Duration.ofDays(1), OPENED, OPENED), 300);
  }

  @Test
  void silenceBacksOffFromOneSecondToSixty() {
    int[] expected = {1, 2, 4, 8, 16, 32, 60, 60, 60};
    for (int i = 0; i < expected.length; i++) {
      assertNear(pace.afterSilence(i + 1, null), expected[i]);
    }
    assertNear(pace.afterSilence(1_000_000, null), 60);
    assertNear(pace.afterSilence(1, Duration.ofSeconds(30)), 30);
  }

  @Test
  void jitterStaysWithinATenth() {
    PollInterval random = new PollInterval(RandomGenerator.getDefault());
    assertThat(
            IntStream.range(0, 1_000)
                .mapToObj(
                    _ -> random.afterAnswer(PaymentKind.QR, PACE, null, OPENED, OPENED).toMillis()))
        .allMatch(millis -> millis >= 2_700 && millis <= 3_300)
        .anyMatch(millis -> millis != 3_000);
  }

  @Test
  void aBankIsNeverAskedSoonerThanItDictates() {
    PollInterval random = new PollInterval(RandomGenerator.getDefault());
    Duration dictated = Duration.ofSeconds(5);
    assertThat(
            IntStream.range(0, 1_000)
                .mapToObj(_ -> random.afterAnswer(PaymentKind.QR, PACE, dictated, OPENED, OPENED)))
        .allMatch(pause -> pause.compareTo(dictated) >= 0)
        .anyMatch(pause -> pause.compareTo(dictated) > 0);
  }

  private static void assertNear(Duration pause, long seconds) {
    assertThat(pause.toMillis()).isBetween(seconds * 900, seconds * 1_100);
  }
}
