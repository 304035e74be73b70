package duken.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class SettableClock implements InstantSource {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-14T14:30:00Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Moves the clock on. */
  public void pass(Duration time) {
    now.updateAndGet(old -> old.plus(time));
  }

  /** Sets the clock. */
  public void set(Instant instant) {
    now.set(instant);
  }
}
