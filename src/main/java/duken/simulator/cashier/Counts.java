package duken.simulator.cashier;

import java.util.Map;

/**
 * What was asked and what was done.
 *
 * @param requests per path; steps of the entrance also as {@code …/step#phone}
 * @param mostAtOnce calls of the bank that were under way at one time
 * @param sms sent
 * @param signIns finished
 * @param qrs made
 * @param bills made: two for one sale are a double bill
 * @param cancels done
 * @param returns made by call
 */
public record Counts(
    Map<String, Integer> requests,
    int mostAtOnce,
    int sms,
    int signIns,
    int qrs,
    int bills,
    int cancels,
    int returns) {

  public int of(String path) {
    return requests.getOrDefault(path, 0);
  }

  public int total() {
    return requests.entrySet().stream()
        .filter(entry -> !entry.getKey().contains("#"))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
