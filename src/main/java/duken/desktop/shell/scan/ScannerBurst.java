package duken.desktop.shell.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells a barcode scanner from a hand by the time between its keys. A scanner types a key every 1
 * to 15 ms, a hand hardly faster than 30. Keys come late while the window draws, so a burst may
 * hold a few pauses; a scan is six characters or more of which three quarters came fast, ended by
 * Enter or Tab. Four or five are one only when all of them came faster still. Call on one thread.
 */
public final class ScannerBurst {

  private static final long MILLI = 1_000_000;

  /** The longest time between two keys of a machine. */
  private static final long FAST = 24 * MILLI;

  /** The longest pause within a burst, when the window was busy. */
  private static final long LONGEST_PAUSE = 100 * MILLI;

  /** How long after its last character a scanner presses Enter, and more after that. */
  private static final long SUFFIX = 60 * MILLI;

  private static final int SHORTEST = 6;
  private static final int SHORTEST_QUICK = 4;

  /** Keys that waited for a busy window come all at once, quicker than a scanner types. */
  private static final long QUICK_LEAST = 3 * MILLI / 2;

  private static final long QUICK_MOST = 9 * MILLI;
  private static final int RUNNING = 3;
  private static final int DRAWING = 3;

  /**
   * What was scanned.
   *
   * @param undo takes it out of whatever it was typed into
   */
  public record Scan(String code, Runnable undo) {}

  private static final class Segment {
    private final StringBuilder text = new StringBuilder();
    private final long beganAt;
    private final Runnable undo;

    private Segment(long beganAt, Runnable undo) {
      this.beganAt = beganAt;
      this.undo = undo;
    }
  }

  private final List<Segment> segments = new ArrayList<>();
  private long lastAt;
  private boolean scanned;

  /**
   * A character is about to be typed.
   *
   * @param at nanoseconds on a monotonic clock
   * @param remember called when a burst may begin here; answers what puts everything back
   */
  public void typed(char c, long at, Supplier<Runnable> remember) {
    long gap = at - lastAt;
    if (gap > LONGEST_PAUSE) {
      segments.clear();
    }
    if (segments.isEmpty() || gap > FAST) {
      segments.add(new Segment(at, remember.get()));
    }
    segments.getLast().text.append(c);
    lastAt = at;
  }

  /** Enter or Tab: what was scanned, if a scanner pressed it. */
  public Optional<Scan> ended(long at) {
    Optional<Scan> scan = at - lastAt > SUFFIX ? Optional.empty() : read(at);
    segments.clear();
    scanned = scan.isPresent();
    lastAt = at;
    return scan;
  }

  /** Whether a machine is typing: no key that comes between is meant as a command. */
  public boolean isRunning(long at) {
    return !segments.isEmpty()
        && segments.getLast().text.length() >= RUNNING
        && at - lastAt <= FAST;
  }

  /** Whether this key still belongs to the scan before: a second Enter, the next line of a code. */
  public boolean isTail(long at) {
    scanned &= at - lastAt <= SUFFIX;
    if (scanned) {
      lastAt = at;
    }
    return scanned;
  }

  private Optional<Scan> read(long at) {
    for (int first = 0; first < segments.size(); first++) {
      List<Segment> burst = segments.subList(first, segments.size());
      int length = burst.stream().mapToInt(segment -> segment.text.length()).sum();
      boolean enough = length >= SHORTEST && (burst.size() - 1) * 4 <= length;
      // The first key alone may have made the window draw; a hand's keys stand alone one by one.
      boolean beginsFast =
          burst.size() == 1
              || burst.getFirst().text.length() > 1
              || (first == 0 && burst.size() <= DRAWING);
      if ((enough && beginsFast) || isQuick(burst, length, at)) {
        StringBuilder code = new StringBuilder();
        burst.forEach(segment -> code.append(segment.text));
        return Optional.of(new Scan(code.toString(), burst.getFirst().undo));
      }
    }
    return Optional.empty();
  }

  private static boolean isQuick(List<Segment> burst, int length, long at) {
    long mean = (at - burst.getFirst().beganAt) / length;
    return burst.size() == 1
        && length >= SHORTEST_QUICK
        && mean >= QUICK_LEAST
        && mean <= QUICK_MOST;
  }
}
