package duken.simulator.smartpos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the terminal behaves: settings by name, faults of the next call by path, counters, and what
 * it holds against the client.
 */
final class TerminalMoods {

  private final Map<String, String> settings = new ConcurrentHashMap<>();
  private final Map<String, String> faults = new ConcurrentHashMap<>();
  private final Map<String, Integer> counters = new ConcurrentHashMap<>();
  private final List<String> complaints = new ArrayList<>();

  void set(String name, String value) {
    settings.put(name, value);
  }

  boolean is(String name, String value) {
    return value.equals(settings.get(name));
  }

  String get(String name, String usual) {
    return settings.getOrDefault(name, usual);
  }

  /** The next call of this path goes wrong so; empty takes the fault away. */
  void fault(String call, String how) {
    if (how.isEmpty()) {
      faults.remove(call);
    } else {
      faults.put(call, how);
    }
  }

  /** The fault of a call, once; one called {@code …!} stays. */
  String takeFault(String call) {
    String how = faults.get(call);
    if (how != null && !how.endsWith("!")) {
      faults.remove(call, how);
    }
    return how == null ? "" : how.replace("!", "");
  }

  void count(String call) {
    counters.merge(call, 1, Integer::sum);
  }

  Map<String, Integer> counters() {
    return new TreeMap<>(counters);
  }

  synchronized void complain(String what) {
    complaints.add(what);
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }
}
