package duken.engine.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Whether everything that goes on by itself still does: told to whoever asks for health. */
public final class LoopHealth {

  private final Map<String, Supplier<State>> loops = new ConcurrentHashMap<>();

  /** How a loop fares. */
  public enum State {
    /** It works, is not started yet, or was closed. */
    WELL,
    /** No sign of life for minutes: its round hangs. */
    LATE,
    /** Its thread has ended although nobody closed it. */
    STOPPED
  }

  /** Has a loop looked after from now on. */
  public void add(String name, Supplier<State> state) {
    loops.put(name, state);
  }

  /** The loops that are not well, by name. */
  public Map<String, State> ailing() {
    Map<String, State> ailing = new LinkedHashMap<>();
    loops.keySet().stream()
        .sorted()
        .forEach(
            name -> {
              State state = loops.get(name).get();
              if (state != State.WELL) {
                ailing.put(name, state);
              }
            });
    return ailing;
  }
}
