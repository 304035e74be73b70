package duken.domain.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PinAttemptsTest {

  private static final Instant NOW = Instant.parse("2026-05-14T09:30:00Z");

  @Test
  void mistakesCostEverMoreTimeUpToAnHour() {
    PinAttempts attempts = PinAttempts.none();
    assertThat(attempts.left(NOW)).isZero();
    attempts = attempts.tried(NOW).tried(NOW);
    assertThat(attempts.left(NOW)).isZero();
    attempts = attempts.tried(NOW);
    assertThat(attempts.left(NOW)).isEqualTo(Duration.ofSeconds(5));
    assertThat(attempts.left(NOW.plusSeconds(5))).isZero();
    for (int i = 0; i < 20; i++) {
      attempts = attempts.tried(NOW);
    }
    assertThat(attempts.left(NOW)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aClockThatIsSetBackLocksNobodyOut() {
    PinAttempts attempts = PinAttempts.none().tried(NOW).tried(NOW).tried(NOW);
    assertThat(attempts.left(NOW.minus(Duration.ofDays(400)))).isZero();
  }
}
