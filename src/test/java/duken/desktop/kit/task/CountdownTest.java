package duken.desktop.kit.task;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountdownTest {

  private final TestTime time = new TestTime();
  private final Countdown countdown = new Countdown(time::nanoTime);

  @BeforeEach
  void twentyMinutes() {
    countdown.anchor(Duration.ofMinutes(20).toMillis());
  }

  @Test
  void theFirstSecondShowsTheWholeTime() {
    assertThat(countdown.text()).isEqualTo("20:00");
    time.pass(Duration.ofMillis(999));
    assertThat(countdown.text()).isEqualTo("20:00");
    time.pass(Duration.ofMillis(1));
    assertThat(countdown.text()).isEqualTo("19:59");
  }

  @Test
  void aJumpOfThePcClockDoesNotMoveIt() {
    time.jump(Duration.ofHours(3));
    assertThat(countdown.text()).isEqualTo("20:00");
  }

  @Test
  void itEndsAtZeroAndStaysThere() {
    time.pass(Duration.ofMinutes(21));
    assertThat(countdown.millisLeft()).isZero();
    assertThat(countdown.text()).isEqualTo("00:00");
  }

  @Test
  void aSmallCorrectionIsIgnoredAndALargeOneIsNot() {
    countdown.anchor(Duration.ofMinutes(20).minusMillis(700).toMillis());
    assertThat(countdown.text()).isEqualTo("20:00");
    countdown.anchor(Duration.ofMinutes(5).toMillis());
    assertThat(countdown.text()).isEqualTo("05:00");
  }

  @Test
  void aBillOfADayShowsHours() {
    countdown.anchor(Duration.ofHours(24).toMillis());
    assertThat(countdown.text()).isEqualTo("24:00:00");
  }
}
