package duken.gateway.input;

import duken.domain.DomainRefusal;
import duken.domain.DomainRefusal.Complaint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is wrong with a request's fields, so that it can be told at once. */
public final class Complaints {

  private final Map<String, List<Complaint>> byField = new LinkedHashMap<>();

  public void add(String field, String key, Object... args) {
    byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(Complaint.of(key, args));
  }

  /** Adds one to a field that has none yet. */
  void addFirst(String field, String key) {
    if (!byField.containsKey(field)) {
      add(field, key);
    }
  }

  public boolean any() {
    return !byField.isEmpty();
  }

  /**
   * Ends reading.
   *
   * @throws DomainRefusal VALIDATION when there is any
   */
  public void check() {
    if (any()) {
      throw new DomainRefusal(DomainRefusal.Reason.VALIDATION, byField, Map.of());
    }
  }
}
