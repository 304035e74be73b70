package duken.api;

import java.util.List;
import java.util.Map;

/** The engine said no, in words for the person at the window. */
public final class EngineProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final String code;
  private final transient Map<String, List<String>> fields;

  /**
   * @param code the contract's code, {@code VALIDATION_ERROR}
   * @param message in the language that was asked for
   */
  public EngineProblem(
      int httpStatus, String code, String message, Map<String, List<String>> fields) {
    super(message);
    this.httpStatus = httpStatus;
    this.code = code;
    this.fields = Map.copyOf(fields);
  }

  public int httpStatus() {
    return httpStatus;
  }

  public String code() {
    return code;
  }

  /** Messages by field name. */
  public Map<String, List<String>> fields() {
    return fields;
  }
}
