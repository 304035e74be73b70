package duken.gateway.problem;

import duken.domain.DomainRefusal.Complaint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gateway itself says no, before or beside the engine. */
public final class HttpRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient Map<String, List<Complaint>> fields;
  private final transient Map<String, String> headers;

  /**
   * @param headers the answer gets besides, {@code Retry-After} for instance
   */
  public HttpRefusal(
      Problem problem, Map<String, List<Complaint>> fields, Map<String, String> headers) {
    super(problem.name(), null, false, false);
    this.problem = problem;
    this.fields = Map.copyOf(fields);
    this.headers = Map.copyOf(headers);
  }

  public static HttpRefusal because(Problem problem) {
    return new HttpRefusal(problem, Map.of(), Map.of());
  }

  /** One that tells when to come again, in whole seconds. */
  public static HttpRefusal tryAfter(Problem problem, long seconds) {
    return new HttpRefusal(problem, Map.of(), Map.of("Retry-After", Long.toString(seconds)));
  }

  /** The same with those of these headers that it lacks. */
  public HttpRefusal withMissing(Map<String, String> added) {
    Map<String, String> more = new HashMap<>(added);
    more.putAll(headers);
    return new HttpRefusal(problem, fields, more);
  }

  public Problem problem() {
    return problem;
  }

  public Map<String, List<Complaint>> fields() {
    return fields;
  }

  /** Headers the answer gets besides. */
  public Map<String, String> headers() {
    return headers;
  }
}
