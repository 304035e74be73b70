package duken.desktop.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands on the counter, as this computer sees it. All but the first call may wait. */
public interface CounterDevices {

  /** A counter with nothing on it. */
  CounterDevices NONE =
      new CounterDevices() {
        @Override
        public List<String> screens() {
          return List.of("1366×768");
        }

        @Override
        public boolean playSound() {
          return false;
        }

        @Override
        public List<String> printers() {
          return List.of();
        }

        @Override
        public Optional<Instant> timeOutside() {
          return Optional.empty();
        }
      };

  /** The screens with their sizes; at least one. Call on the JavaFX thread. */
  List<String> screens();

  /** Plays two tones; answers whether there is anything to play them with. */
  boolean playSound();

  List<String> printers();

  /** What time the bank's web site says it is; empty when it cannot be reached. */
  Optional<Instant> timeOutside();
}
