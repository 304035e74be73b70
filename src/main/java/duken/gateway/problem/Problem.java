package duken.gateway.problem;

import duken.domain.DomainRefusal;
import java.util.Locale;

/** The table of errors (gateway contract, section 4), and the few that HTTP itself adds. */
public enum Problem {
  BAD_REQUEST(400),
  BAD_QUERY(400, "BAD_REQUEST", "bad_request"),
  BAD_HEADER(400, "BAD_REQUEST", "bad_request"),
  BROKEN_FORM(400, "BAD_REQUEST", "bad_request"),
  TRANSFER_NOT_SUPPORTED(400, "BAD_REQUEST", "bad_request"),
  HTTP_VERSION_NOT_SUPPORTED(400, "BAD_REQUEST", "bad_request"),
  INVOICE_ALREADY_PAID(400, "INVOICE_NOT_CANCELLABLE", "invoice_already_paid"),
  INVOICE_ALREADY_CANCELLED(400, "INVOICE_NOT_CANCELLABLE", "invoice_already_cancelled"),
  INVOICE_NOT_CANCELLABLE(400),
  INVOICE_NOT_REFUNDABLE(400),
  REFUND_AMOUNT_EXCEEDED(400),
  KASPI_SESSION_NOT_CONFIGURED(400),
  ORDERS_NOT_CONNECTED(400, "KASPI_SESSION_NOT_CONFIGURED", "kaspi_session_not_configured"),
  NOT_SUPPORTED_BY_PROVIDER(400),
  WEBHOOK_NOT_CONFIGURED(400),
  INVALID_TRANSITION(400),
  CASH_OFF(400, "INVALID_TRANSITION", "invalid_transition"),
  UNAUTHORIZED(401),
  NOT_SANDBOX(403),
  TENANT_SUSPENDED(403, "FORBIDDEN", "forbidden"),
  DESK_ONLY(403, "FORBIDDEN", "forbidden"),
  ORIGIN_FORBIDDEN(403),
  PIN_REQUIRED(403),
  OWNER_PIN_REQUIRED(403),
  PIN_WRONG(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  REQUEST_TIMEOUT(408),
  DUPLICATE_IDEMPOTENCY_KEY(409),
  IDEMPOTENCY_CONFLICT(409, "IDEMPOTENCY_CONFLICT", "idempotency_key_conflict"),
  IDEMPOTENCY_IN_PROGRESS(409),
  NAME_TAKEN(409),
  REFUND_IN_PROGRESS(409),
  ORDER_TRANSITION(409, "INVALID_TRANSITION", "invalid_transition"),
  TERMINAL_BUSY(409),
  FILE_TOO_LARGE(413),
  PAYLOAD_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  HOST_FORBIDDEN(421),
  VALIDATION_ERROR(422, "VALIDATION_ERROR", "validation_failed"),
  INVALID_FILE_TYPE(422),
  AMOUNT_MUST_BE_WHOLE_TENGE(422),
  RATE_LIMITED(429, "RATE_LIMITED", "request_rate_limited"),
  PIN_BLOCKED(429),
  INTERNAL_ERROR(500),
  PROVIDER_ERROR(502, "PROVIDER_ERROR", "kaspi_error"),
  ORDERS_REFUSED(502, "PROVIDER_ERROR", "kaspi_error"),
  KASPI_SESSION_INVALID(503),
  ORDERS_SIGNED_OUT(503, "KASPI_SESSION_INVALID", "kaspi_session_invalid"),
  TERMINAL_UNREACHABLE(503),
  SERVICE_UNAVAILABLE(503),
  PROVIDER_TIMEOUT(504, "PROVIDER_TIMEOUT", "network_unavailable"),
  ORDERS_SILENT(504, "PROVIDER_TIMEOUT", "network_unavailable");

  private final int status;
  private final String code;
  private final String mirror;

  Problem(int status, String code, String mirror) {
    this.status = status;
    this.code = code;
    this.mirror = mirror;
  }

  Problem(int status) {
    this.status = status;
    this.code = name();
    this.mirror = name().toLowerCase(Locale.ROOT);
  }

  /** What the contract calls a reason of the domain: the same, but for three. */
  static Problem of(DomainRefusal.Reason reason) {
    return switch (reason) {
      case PROVIDER_NOT_CONFIGURED -> KASPI_SESSION_NOT_CONFIGURED;
      case PROVIDER_SESSION_INVALID -> KASPI_SESSION_INVALID;
      case VALIDATION -> VALIDATION_ERROR;
      default -> valueOf(reason.name());
    };
  }

  public int status() {
    return status;
  }

  /** {@code error.code}. */
  public String code() {
    return code;
  }

  /** The compatibility mirror {@code error_code}. */
  public String mirror() {
    return mirror;
  }

  /** The key of its sentence in the text bundles. */
  public String textKey() {
    return "problem." + name().toLowerCase(Locale.ROOT);
  }
}
