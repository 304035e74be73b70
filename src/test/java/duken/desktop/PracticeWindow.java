package duken.desktop;

import java.time.Clock;
import java.time.ZoneId;

/** The window over the {@link PracticeEngine}, to look at it with one's own eyes. */
public final class PracticeWindow {

  private PracticeWindow() {}

  /** Opens it. */
  public static void main(String[] args) {
    Clock clock = Clock.system(ZoneId.of("Asia/Almaty"));
    PracticeEngine engine = new PracticeEngine(clock);
    new DeskApp(engine, new MemoryPreferences(), clock, System::nanoTime, () -> {}).open();
  }
}
