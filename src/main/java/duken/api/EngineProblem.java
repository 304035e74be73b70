package duken.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The engine said no, in words for the person at the window. */
public final class EngineProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int httpStatus;
  private final String code;
  private final transient Map<String, List<String>> fields;
  private final Long invoiceId;
  private final String invoiceStatus;

  /** A refusal that is about no invoice. */
  public EngineProblem(
      int httpStatus, String code, String message, Map<String, List<String>> fields) {
    this(httpStatus, code, message, fields, null, null);
  }

  /**
   * @param code the contract's code, {@code VALIDATION_ERROR}
   * @param message in the language that was asked for
   * @param invoiceId the invoice that was made all the same, or null
   * @param invoiceStatus how it stands, or null
   */
  public EngineProblem(
      int httpStatus,
      String code,
      String message,
      Map<String, List<String>> fields,
      Long invoiceId,
      String invoiceStatus) {
    super(message);
    this.httpStatus = httpStatus;
    this.code = code;
    this.fields = Map.copyOf(fields);
    this.invoiceId = invoiceId;
    this.invoiceStatus = invoiceStatus;
  }

  public int httpStatus() {
    return httpStatus;
  }

  public String code() {
    return code;
  }

  /** The invoice that was made all the same; empty when there is none or nobody said. */
  public OptionalLong invoiceId() {
    return invoiceId == null ? OptionalLong.empty() : OptionalLong.of(invoiceId);
  }

  /** How that invoice stands; empty when nobody said. */
  public Optional<String> invoiceStatus() {
    return Optional.ofNullable(invoiceStatus);
  }

  /** Messages by field name. */
  public Map<String, List<String>> fields() {
    return fields;
  }
}
