package duken.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
final class MovedClock implements InstantSource {

  private Instant now = Instant.parse("2026-05-14T14:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  synchronized void move(Duration by) {
    now = now.plus(by);
  }

  void moveSeconds(long seconds) {
    move(Duration.ofSeconds(seconds));
  }
}
