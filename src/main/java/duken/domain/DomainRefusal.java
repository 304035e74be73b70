package duken.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request that cannot be granted, in the contract's words (gateway contract, section 4). Whoever
 * turns it into an answer chooses the HTTP status and the language.
 */
public final class DomainRefusal extends RuntimeException {

  /** Extra key: the bank's code as a lower-snake word. */
  public static final String BANK_CODE = "bank_code";

  /** Extra key: the bank's own sentence. */
  public static final String BANK_MESSAGE = "bank_message";

  private static final long serialVersionUID = 1L;

  private final transient Reason reason;
  private final transient Map<String, List<Complaint>> fields;
  private final transient Map<String, Object> extra;

  /** Why, each with its own answer in the contract's table. */
  public enum Reason {
    INVOICE_ALREADY_PAID,
    INVOICE_ALREADY_CANCELLED,
    INVOICE_NOT_CANCELLABLE,
    INVOICE_NOT_REFUNDABLE,
    REFUND_AMOUNT_EXCEEDED,
    REFUND_IN_PROGRESS,
    PROVIDER_NOT_CONFIGURED,
    PROVIDER_SESSION_INVALID,
    PROVIDER_ERROR,
    PROVIDER_TIMEOUT,
    TERMINAL_BUSY,
    TERMINAL_UNREACHABLE,
    WEBHOOK_NOT_CONFIGURED,
    INVALID_TRANSITION,
    NOT_SANDBOX,
    NOT_FOUND,
    DUPLICATE_IDEMPOTENCY_KEY,
    VALIDATION,
    AMOUNT_MUST_BE_WHOLE_TENGE,
    NOT_SUPPORTED_BY_PROVIDER,
    CASH_OFF,
    PIN_REQUIRED,
    OWNER_PIN_REQUIRED,
    PIN_WRONG,
    PIN_BLOCKED
  }

  /**
   * What is wrong with one field.
   *
   * @param key message key, {@code phone.form}
   * @param args values for the message's places
   */
  public record Complaint(String key, List<Object> args) {
    public Complaint {
      args = List.copyOf(args);
    }

    public static Complaint of(String key, Object... args) {
      return new Complaint(key, List.of(args));
    }
  }

  /** A refusal with complaints about fields and extra answer keys. */
  public DomainRefusal(
      Reason reason, Map<String, List<Complaint>> fields, Map<String, Object> extra) {
    super(reason.name());
    this.reason = Objects.requireNonNull(reason);
    this.fields = Map.copyOf(fields);
    this.extra = Map.copyOf(extra);
  }

  public static DomainRefusal of(Reason reason) {
    return new DomainRefusal(reason, Map.of(), Map.of());
  }

  /**
   * A refusal that comes from a bank.
   *
   * @param code the bank's, as a lower-snake word, or null
   * @param message the bank's own sentence, or null
   */
  public static DomainRefusal said(Reason reason, String code, String message) {
    return new DomainRefusal(reason, Map.of(), said(code, message));
  }

  /** The extra keys under which a bank's code and sentence lie, those that are null left out. */
  public static Map<String, Object> said(String code, String message) {
    Map<String, Object> said = new HashMap<>();
    if (code != null) {
      said.put(BANK_CODE, code);
    }
    if (message != null) {
      said.put(BANK_MESSAGE, message);
    }
    return said;
  }

  public static DomainRefusal field(String field, Complaint complaint) {
    return new DomainRefusal(Reason.VALIDATION, Map.of(field, List.of(complaint)), Map.of());
  }

  public Reason reason() {
    return reason;
  }

  /** Complaints by field name, nested names with dots. */
  public Map<String, List<Complaint>> fields() {
    return fields;
  }

  /** Extra answer keys, {@code invoice_id} of a duplicate for instance. */
  public Map<String, Object> extra() {
    return extra;
  }
}
