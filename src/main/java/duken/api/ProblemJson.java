package duken.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** The error envelope with its compatibility mirrors (gateway contract, section 4). */
public record ProblemJson(
    Problem error,
    @JsonInclude(JsonInclude.Include.NON_NULL) String message,
    @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, List<String>> errors,
    @JsonInclude(JsonInclude.Include.NON_NULL) String errorCode,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long retryAfter,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long retryAfterSeconds,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long invoiceId,
    @JsonInclude(JsonInclude.Include.NON_NULL) String status) {

  /** The envelope's one object. */
  public record Problem(String code, String message, Map<String, List<String>> fields) {}
}
